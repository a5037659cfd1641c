package id.pintu.portal.intake;

/** Result of opening the link of a notice. */
public sealed interface ReporterLinkResult {

    /** The link is the complaint's. */
    record Opened(String reporterKey) implements ReporterLinkResult {}

    /** Not the complaint's, or its time is over. */
    record Expired() implements ReporterLinkResult {}

    /** It is not known. */
    record Unavailable() implements ReporterLinkResult {}
}
