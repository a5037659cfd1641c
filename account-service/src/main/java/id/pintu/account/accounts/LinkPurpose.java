package id.pintu.account.accounts;

/** What a one-time link in a mail is for. */
public enum LinkPurpose {
    /** Sets the first password of an invited person. */
    INVITATION,
    /** Sets a new password. */
    RESET
}
