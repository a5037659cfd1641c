package id.pintu.routing.registry;

/**
 * Which government an institution is part of. What concerns the local government of one place concerns, for the same
 * reasons, that of every other.
 */
public enum GovernmentLevel {
    NATIONAL,
    PROVINCE,
    LOCAL,
    /** A company of a province or a kabupaten/kota. */
    COMPANY
}
