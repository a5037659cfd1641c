package id.pintu.sla.kafka;

import id.pintu.events.Topics;
import id.pintu.events.WireJson;
import id.pintu.house.reading.Bulletin;
import id.pintu.sla.oversight.Registered;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** The institutions there are now, from the registry that routing-service keeps. */
public final class RegistryTopic implements Supplier<List<Registered>> {

    /** A region that is administered by its province has no government of its own, so it takes part in nothing. */
    private static final String ADMINISTRATIVE = "wilayah_administrasi";

    private final Map<String, Registered> institutions = new ConcurrentSkipListMap<>();

    /** A version of an entry; what else it tells is not our business. */
    private record Line(Entry value) {}

    private record Entry(String code, String kind, Connection connection) {}

    private record Connection(boolean connected) {}

    /** Through which they come in. */
    public Bulletin bulletin(String bootstrapServers) {
        return Bulletin.byKey(Topics.REGISTRY, bootstrapServers, this::read);
    }

    @Override
    public List<Registered> get() {
        return List.copyOf(institutions.values());
    }

    void read(String code, Optional<byte[]> json) {
        if (json.isEmpty()) {
            institutions.remove(code);
            return;
        }
        Entry entry = WireJson.MAPPER.readValue(json.get(), Line.class).value();
        if (!entry.kind().equals(ADMINISTRATIVE)) {
            institutions.put(code, new Registered(code, entry.connection().connected()));
        }
    }
}
