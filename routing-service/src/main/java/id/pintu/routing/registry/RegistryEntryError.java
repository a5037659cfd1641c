package id.pintu.routing.registry;

/**
 * Why an entry cannot stand.
 *
 * @param field the column of the table, such as {@code region_code}
 */
public record RegistryEntryError(String code, String field, String message) {}
