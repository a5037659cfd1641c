package id.pintu.sla.kafka;

import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.sla.oversight.RegisteredInstitution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** In-memory view of the current institutions, consumed from the registry topic of routing-service. */
public final class InstitutionRegistryTopic implements Supplier<List<RegisteredInstitution>> {

    /** Kind of a region that its province administers: it has no government of its own, so it is no institution here. */
    private static final String ADMINISTRATIVE = "wilayah_administrasi";

    private final Map<String, RegisteredInstitution> institutions = new ConcurrentSkipListMap<>();

    /** The part of a registry version that is read here. */
    private record RegistryVersionJson(RegistryEntryJson value) {}

    private record RegistryEntryJson(String code, String kind, RegistryConnectionJson connection) {}

    private record RegistryConnectionJson(boolean connected) {}

    /** Reader that fills this view. */
    public CompactedTopicReader reader(KafkaClients clients) {
        return CompactedTopicReader.byKey(TopicNames.REGISTRY, clients, this::apply);
    }

    @Override
    public List<RegisteredInstitution> get() {
        return List.copyOf(institutions.values());
    }

    void apply(String code, Optional<byte[]> json) {
        if (json.isEmpty()) {
            institutions.remove(code);
            return;
        }
        RegistryEntryJson entry = WireJsonMapper.MAPPER
                .readValue(json.get(), RegistryVersionJson.class)
                .value();
        if (!entry.kind().equals(ADMINISTRATIVE)) {
            institutions.put(
                    code, new RegisteredInstitution(code, entry.connection().connected()));
        }
    }
}
