package id.pintu.routing.registry;

/**
 * Enum of the levels of government an institution can be part of. The model learns it besides the institution, because
 * the same matters concern the local government of every region.
 */
public enum GovernmentLevel {
    NATIONAL,
    PROVINCE,
    LOCAL,
    /** Company of a province or a kabupaten/kota. */
    COMPANY
}
