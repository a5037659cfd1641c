package id.pintu.sla.oversight;

/**
 * Immutable excerpt of an institution's registry entry that oversight figures need.
 *
 * @param code such as {@code D.33.74}
 * @param connected whether it has a team by decree (SK Tim) and accepts reports
 */
public record RegisteredInstitution(String code, boolean connected) {}
