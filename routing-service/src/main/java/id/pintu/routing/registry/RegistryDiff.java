package id.pintu.routing.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What would be changed by a table.
 *
 * @param added codes of institutions that are new
 * @param changed those of which something is new, field by field
 * @param unchanged how many stay as they are
 */
public record RegistryDiff(List<String> added, List<ChangedInstitution> changed, int unchanged) {

    /** One institution of which something is new. */
    public record ChangedInstitution(String code, List<ChangedField> fields) {}

    /** One field, named as the table's column. */
    public record ChangedField(String field, String from, String to) {}

    /** From what stands by code to what is wanted. */
    public static RegistryDiff between(Map<String, RegistryEntry> current, List<RegistryEntry> proposed) {
        List<String> added = new ArrayList<>();
        List<ChangedInstitution> changed = new ArrayList<>();
        for (RegistryEntry entry : proposed) {
            RegistryEntry former = current.get(entry.code());
            if (former == null) {
                added.add(entry.code());
            } else if (!former.equals(entry)) {
                changed.add(new ChangedInstitution(entry.code(), fields(former, entry)));
            }
        }
        return new RegistryDiff(added, changed, proposed.size() - added.size() - changed.size());
    }

    private static List<ChangedField> fields(RegistryEntry former, RegistryEntry updated) {
        Map<String, String> formerColumns = former.columns();
        List<ChangedField> fields = new ArrayList<>();
        updated.columns().forEach((column, text) -> {
            String before = formerColumns.getOrDefault(column, "");
            if (!before.equals(text)) {
                fields.add(new ChangedField(column, before, text));
            }
        });
        return fields;
    }
}
