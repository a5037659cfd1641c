package id.pintu.events;

/** Names of the Kafka topics that services share. */
public final class TopicNames {

    /** The ledger: every event of every complaint, keyed by complaint id, with unlimited retention. */
    public static final String COMPLAINTS = "complaints";

    /**
     * Contacts of reporters, compacted; only notification-service reads it. Keyed by complaint id: {@link ReporterContact}.
     * Keyed by complaint id and {@code /email}: {@link EmailConfirmation}.
     */
    public static final String REPORTERS = "reporters";

    /** Compacted: accounts of persons, by account id, and the keys that sign tokens; only account-service reads it. */
    public static final String ACCOUNTS = "accounts";

    /** Dead letters: records that could not be read or handled, with the reason in their headers. */
    public static final String DEAD_LETTERS = "complaints.dead";

    /** Latest version of each institution, compacted, keyed by its code; written by routing-service. */
    public static final String REGISTRY = "registry";

    /**
     * Compacted: {@link InstitutionContacts}, keyed by the code of the institution. Apart from the registry, which others read;
     * written by routing-service, read by it and notification-service only.
     */
    public static final String INSTITUTION_CONTACTS = "institution-contacts";

    private TopicNames() {}

    /** Feed of an institution, such as {@code agency.D.33.74}. */
    public static String agencyFeed(String code) {
        return "agency." + code;
    }

    /** Actions of an institution, which only it may write, such as {@code agency-actions.D.33.74}. */
    public static String agencyActions(String code) {
        return "agency-actions." + code;
    }

    /** Commands to a service, keyed by complaint id, such as {@code intake.commands}. */
    public static String commandTopic(String service) {
        return service + ".commands";
    }

    /** Outcomes of a service's commands for the instances that sent them, such as {@code intake.replies}. */
    public static String replyTopic(String service) {
        return service + ".replies";
    }
}
