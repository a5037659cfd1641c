package id.pintu.portal.intake;

/** What became of something a reporter did about a complaint. */
public enum ReporterActionResult {
    /** It is safe, and done or about to be. */
    ACCEPTED,
    /** The key is not this complaint's. */
    WRONG_KEY,
    /** What was typed cannot be taken: nothing, too much, or no stars. */
    MALFORMED,
    /** It cannot be done now: such as rating what nobody has answered. */
    REFUSED,
    /** Nobody took it. Doing it again is safe, whatever happened. */
    UNAVAILABLE
}
