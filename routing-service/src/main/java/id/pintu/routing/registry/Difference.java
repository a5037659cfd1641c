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
public record Difference(List<String> added, List<Changed> changed, int unchanged) {

    /** One institution of which something is new. */
    public record Changed(String code, List<Field> fields) {}

    /** One field, named as the table's column. */
    public record Field(String field, String from, String to) {}

    /** From what stands by code to what is wanted. */
    public static Difference between(Map<String, Entry> standing, List<Entry> wanted) {
        List<String> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Entry entry : wanted) {
            Entry former = standing.get(entry.code());
            if (former == null) {
                added.add(entry.code());
            } else if (!former.equals(entry)) {
                changed.add(new Changed(entry.code(), fields(former, entry)));
            }
        }
        return new Difference(added, changed, wanted.size() - added.size() - changed.size());
    }

    private static List<Field> fields(Entry former, Entry latter) {
        Map<String, String> then = former.columns();
        List<Field> fields = new ArrayList<>();
        latter.columns().forEach((column, text) -> {
            String before = then.getOrDefault(column, "");
            if (!before.equals(text)) {
                fields.add(new Field(column, before, text));
            }
        });
        return fields;
    }
}
