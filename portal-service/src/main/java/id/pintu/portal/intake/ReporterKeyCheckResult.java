package id.pintu.portal.intake;

/** Result of the check of a reporter key. */
public enum ReporterKeyCheckResult {
    VALID,
    /** It does not belong to this complaint. */
    WRONG,
    /** intake-service did not answer. */
    UNAVAILABLE
}
