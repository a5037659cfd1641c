package id.pintu.sla.oversight;

/**
 * An institution of the registry, as far as oversight cares.
 *
 * @param code such as {@code D.33.74}
 * @param connected it has a team by decree (SK Tim) and takes reports
 */
public record RegisteredInstitution(String code, boolean connected) {}
