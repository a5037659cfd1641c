package id.pintu.routing.registry;

import java.util.Optional;

/**
 * Whom somebody addresses.
 *
 * @param institution that is responsible
 * @param unit of it, by its name, when the unit is addressed
 */
public record AddressedInstitution(RegistryInstitution institution, Optional<String> unit) {}
