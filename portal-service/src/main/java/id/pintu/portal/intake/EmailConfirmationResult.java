package id.pintu.portal.intake;

/** Result of confirming an e-mail address. */
public enum EmailConfirmationResult {
    CONFIRMED,
    /** The code was not mailed for this complaint, or the link is incomplete. */
    WRONG_CODE,
    /** It is not known whether the confirmation was stored. Sending it again is safe. */
    UNAVAILABLE
}
