package id.pintu.routing.registry.change;

import id.pintu.routing.registry.RegistryEntry;

/**
 * Requested change of one registry entry.
 *
 * @param baseVersion the version it was made from; 0 for a new entry
 * @param fieldPrefix put before the field name of each error, such as {@code line 17: }; may be empty
 */
public record RegistryEntryChange(RegistryEntry entry, int baseVersion, String fieldPrefix) {}
