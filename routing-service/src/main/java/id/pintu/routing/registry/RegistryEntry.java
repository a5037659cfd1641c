package id.pintu.routing.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One institution, or one unit of an institution, as the national desk keeps it. What follows from something else is not in it: its feed follows from its
 * code, and whether it is active from what it does.
 *
 * @param code such as {@code D.33.74}; ours, for no official codes are public, and never changed
 * @param kind such as {@code pemerintah_kota}, or {@code unit}
 * @param region Kemendagri code of the region it serves; empty for a national one
 * @param parent code of the institution above it; of a unit, whose part it is
 * @param smsKeywords with which an SMS to 1708 names it; upper case, and there may be spaces within
 * @param source where this is written, such as a regulation
 */
public record RegistryEntry(
        String code,
        String name,
        Optional<String> shortName,
        List<String> aliases,
        String kind,
        Optional<String> region,
        Optional<String> parent,
        FeedConnectionStatus connection,
        List<String> smsKeywords,
        Optional<String> source) {

    public RegistryEntry {
        aliases = List.copyOf(aliases);
        smsKeywords = List.copyOf(smsKeywords);
    }

    /** Whether it is a part of its parent, and no institution with a feed, a key and clocks of its own. */
    public boolean unit() {
        return kind.equals(InstitutionKind.UNIT.text());
    }

    /** The kind as an enum; empty for one that this version does not know. */
    public Optional<InstitutionKind> knownKind() {
        return InstitutionKind.of(kind);
    }

    /** Every name people may use, the official one first. */
    public List<String> names() {
        return Stream.of(Stream.of(name), shortName.stream(), aliases.stream())
                .flatMap(each -> each)
                .toList();
    }

    public static RegistryEntryBuilder builder(String code, String name, String kind) {
        return new RegistryEntryBuilder(code, name, kind);
    }

    /** Builder of a changed copy of this entry. */
    public RegistryEntryBuilder toBuilder() {
        return builder(code, name, kind)
                .shortName(shortName)
                .aliases(aliases)
                .region(region)
                .parent(parent)
                .connection(connection)
                .smsKeywords(smsKeywords)
                .source(source);
    }

    /** As a line of a table: column to text, several values divided by semicolons. */
    public Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("code", code);
        columns.put("name", name);
        columns.put("short_name", shortName.orElse(""));
        columns.put("kind", kind);
        columns.put("region_code", region.orElse(""));
        columns.put("parent", parent.orElse(""));
        columns.put("aliases", String.join(";", aliases));
        columns.put("sms_keywords", String.join(";", smsKeywords));
        columns.put("connected", connection.connected() ? "ya" : "tidak");
        columns.put("decree", connection.decree().orElse(""));
        columns.put("connected_since", connection.since().map(Object::toString).orElse(""));
        columns.put("source", source.orElse(""));
        return columns;
    }
}
