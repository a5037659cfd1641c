package id.pintu.routing.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Difference between the registry and proposed entries.
 *
 * @param added codes of new institutions
 * @param changed existing institutions with a changed field
 * @param unchanged number of proposed entries without a change
 */
public record RegistryDiff(List<String> added, List<ChangedInstitution> changed, int unchanged) {

    /** Changed fields of one institution. */
    public record ChangedInstitution(String code, List<ChangedField> fields) {}

    /** Old and new text of one field, named as in the CSV column. */
    public record ChangedField(String field, String from, String to) {}

    /** Compares the current entries by code with the proposed ones. */
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
