package id.pintu.routing.registry;

import java.util.Optional;

/**
 * Addressee of a report that was resolved from a code or name.
 *
 * @param institution the institution, or the one that the addressed unit is part of
 * @param unit name of the unit, if a unit is addressed
 */
public record AddressedInstitution(RegistryInstitution institution, Optional<String> unit) {}
