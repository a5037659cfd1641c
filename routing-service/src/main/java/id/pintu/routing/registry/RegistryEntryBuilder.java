package id.pintu.routing.registry;

import java.util.List;
import java.util.Optional;

/** Builder of a registry entry. What is not set is empty; an institution is not connected unless set so. */
public final class RegistryEntryBuilder {

    private final String code;
    private final String name;
    private final String kind;
    private Optional<String> shortName = Optional.empty();
    private List<String> aliases = List.of();
    private Optional<String> region = Optional.empty();
    private Optional<String> parent = Optional.empty();
    private FeedConnectionStatus connection = FeedConnectionStatus.NONE;
    private List<String> smsKeywords = List.of();
    private Optional<String> source = Optional.empty();

    RegistryEntryBuilder(String code, String name, String kind) {
        this.code = code;
        this.name = name;
        this.kind = kind;
    }

    public RegistryEntryBuilder shortName(Optional<String> value) {
        shortName = value;
        return this;
    }

    public RegistryEntryBuilder aliases(List<String> values) {
        aliases = values;
        return this;
    }

    public RegistryEntryBuilder region(Optional<String> code) {
        region = code;
        return this;
    }

    public RegistryEntryBuilder parent(Optional<String> code) {
        parent = code;
        return this;
    }

    public RegistryEntryBuilder connection(FeedConnectionStatus value) {
        connection = value;
        return this;
    }

    public RegistryEntryBuilder smsKeywords(List<String> values) {
        smsKeywords = values;
        return this;
    }

    public RegistryEntryBuilder source(Optional<String> value) {
        source = value;
        return this;
    }

    public RegistryEntry build() {
        return new RegistryEntry(code, name, shortName, aliases, kind, region, parent, connection, smsKeywords, source);
    }
}
