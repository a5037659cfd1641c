package id.pintu.routing.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Immutable registry entry of one institution or one of its units, as the national desk edits it. Derived properties
 * are not part of it: its feed follows from its code, and whether it is active from the events.
 *
 * @param code such as {@code D.33.74}; Pintu's own, since no official codes are public; never changed
 * @param kind such as {@code pemerintah_kota}, or {@code unit}
 * @param region Kemendagri code of the region it serves; empty for a national one
 * @param parent code of the institution above it; for a unit, of the institution or unit it is part of
 * @param smsKeywords that address it in an SMS to 1708; upper case, may contain spaces
 * @param source of this information, such as a regulation
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

    /** Whether it is a unit: a part of its parent, without a feed, an API key and deadlines of its own. */
    public boolean unit() {
        return kind.equals(InstitutionKind.UNIT.text());
    }

    /** The kind as an enum; empty for one that this version does not know. */
    public Optional<InstitutionKind> knownKind() {
        return InstitutionKind.of(kind);
    }

    /** Official name, short name and aliases, in this order. */
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

    /** Columns of the CSV table with their text; several values are separated by semicolons. */
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
