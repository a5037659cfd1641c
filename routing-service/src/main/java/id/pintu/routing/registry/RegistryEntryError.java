package id.pintu.routing.registry;

/**
 * Validation error of a registry entry.
 *
 * @param field column of the CSV table, such as {@code region_code}
 */
public record RegistryEntryError(String code, String field, String message) {}
