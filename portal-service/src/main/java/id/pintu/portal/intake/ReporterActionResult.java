package id.pintu.portal.intake;

/** Result of an action of a reporter. */
public enum ReporterActionResult {
    /** The action is stored, and done or queued. */
    ACCEPTED,
    /** The key does not belong to this complaint. */
    WRONG_KEY,
    /** The text is missing or too long, or the stars are missing. */
    MALFORMED,
    /** The complaint does not allow it now, such as a rating before there is an answer. */
    REFUSED,
    /** It is not known whether the action was stored. Submitting it again is safe. */
    UNAVAILABLE
}
