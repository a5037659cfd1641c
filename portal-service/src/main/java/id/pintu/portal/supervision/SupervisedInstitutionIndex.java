package id.pintu.portal.supervision;

import id.pintu.events.WireJsonMapper;
import id.pintu.portal.oversight.SupervisedInstitution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** The institutions of the topic {@code registry} of routing-service, in memory: name, and whether they are connected. */
public final class SupervisedInstitutionIndex {

    /** Parts of an institution, and regions that their province administers, without a government of their own. */
    private static final Set<String> LEFT_OUT = Set.of("unit", "wilayah_administrasi");

    private final Map<String, SupervisedInstitution> institutions = new ConcurrentSkipListMap<>();

    /** The part of a registry version that is read here. */
    private record SupervisedVersionJson(SupervisedEntryJson value) {}

    private record SupervisedEntryJson(String code, String name, String kind, SupervisedConnectionJson connection) {}

    private record SupervisedConnectionJson(boolean connected) {}

    /** Takes over a record of the topic. */
    public void handle(String code, Optional<byte[]> json) {
        Optional<SupervisedEntryJson> entry = json.map(
                        bytes -> WireJsonMapper.MAPPER.readValue(bytes, SupervisedVersionJson.class))
                .map(SupervisedVersionJson::value)
                .filter(each -> !LEFT_OUT.contains(each.kind()));
        entry.ifPresentOrElse(
                found -> institutions.put(
                        code,
                        new SupervisedInstitution(
                                code, found.name(), found.connection().connected())),
                () -> institutions.remove(code));
    }

    /** By code. */
    public List<SupervisedInstitution> all() {
        return List.copyOf(institutions.values());
    }

    public Optional<SupervisedInstitution> find(String code) {
        return Optional.ofNullable(institutions.get(code));
    }
}
