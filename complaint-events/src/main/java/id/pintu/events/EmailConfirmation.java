package id.pintu.events;

/**
 * Confirmation that a reporter owns the e-mail address of a complaint: a record of the topic {@code reporters}, whose key
 * is the complaint id and {@link #KEY_SUFFIX}.
 *
 * @param proof what the mailed code proved; valid for one address, so a changed one is not confirmed
 */
public record EmailConfirmation(String proof) {

    /** Follows the complaint id in the key of the record. */
    public static final String KEY_SUFFIX = "/email";
}
