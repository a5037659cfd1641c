package id.pintu.events;

/** The names of the topics. */
public final class TopicNames {

    /** The ledger: every event of every complaint, keyed by complaint id, kept for ever. */
    public static final String COMPLAINTS = "complaints";

    /** How reporters can be reached, compacted, keyed by complaint id; only notification-service reads it. */
    public static final String REPORTERS = "reporters";

    /** Records nobody could read, with the reason in their headers. */
    public static final String DEAD_LETTERS = "complaints.dead";

    /** The last version of each institution, compacted, keyed by its code; said by routing-service. */
    public static final String REGISTRY = "registry";

    private TopicNames() {}

    /** The feed of one institution, such as {@code agency.D.33.74}. */
    public static String agencyFeed(String code) {
        return "agency." + code;
    }

    /** What people ask of a service, keyed by complaint id, such as {@code intake.commands}. */
    public static String commandTopic(String service) {
        return service + ".commands";
    }
}
