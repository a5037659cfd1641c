package id.pintu.routing.http.registry;

import id.pintu.house.http.Problem;
import id.pintu.house.http.Why;
import id.pintu.house.versions.Signature;
import id.pintu.house.versions.Version;
import id.pintu.house.versions.VersionedTopic;
import id.pintu.house.versions.Versions;
import id.pintu.routing.csv.RegistryTable;
import id.pintu.routing.registry.Difference;
import id.pintu.routing.registry.Entry;
import java.security.Principal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registry as one table; needs the desk's bearer key. */
@RestController
@RequestMapping("/v1/registry.csv")
class RegistryTableController {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final VersionedTopic<Entry> topic;
    private final RegistryDesk desk;
    private final InstantSource clock;

    RegistryTableController(VersionedTopic<Entry> topic, RegistryDesk desk, InstantSource clock) {
        this.topic = topic;
        this.desk = desk;
        this.clock = clock;
    }

    /** All of the registry as a table, with versions. */
    @GetMapping(produces = CSV)
    String export() {
        Map<Entry, Integer> versions = new LinkedHashMap<>();
        topic.get().latest().forEach(each -> versions.put(each.value(), each.version()));
        return RegistryTable.write(versions);
    }

    /**
     * Writes what differs, all of it or nothing. Institutions that are not in the table stay as they are.
     *
     * @param dryRun only say what would differ
     */
    @PutMapping(consumes = {"text/csv", "application/octet-stream"})
    Imported read(
            @RequestBody String csv,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String why,
            Principal who) {
        Versions<Entry> versions = topic.get();
        Map<String, Entry> standing = new LinkedHashMap<>();
        versions.latest().forEach(each -> standing.put(each.key(), each.value()));
        RegistryTable.Content content = RegistryTable.read(csv, standing);
        refuse(content.faults());
        List<RegistryDesk.Wish> wishes =
                content.rows().stream().map(row -> wish(row, versions)).toList();
        Difference difference = Difference.between(
                standing, wishes.stream().map(RegistryDesk.Wish::entry).toList());
        if (dryRun) {
            desk.checked(wishes, versions);
            return new Imported(true, versions.revision(), difference);
        }
        long revision = desk.change(wishes, new Signature(who.getName(), Why.given(why), clock.instant())).stream()
                .mapToLong(Version::revision)
                .findFirst()
                .orElse(versions.revision());
        return new Imported(false, revision, difference);
    }

    /** Made from what is known here, which the table must have known too. */
    private static RegistryDesk.Wish wish(RegistryTable.Row row, Versions<Entry> versions) {
        String place = "line " + row.line() + ": ";
        String code = row.entry().code();
        int known = versions.latest(code).map(Version::version).orElse(0);
        row.version().ifPresent(from -> RegistryDesk.requireVersion(from, known, place + code));
        return new RegistryDesk.Wish(row.entry(), known, place);
    }

    private static void refuse(List<RegistryTable.Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.ofFields(faults.stream()
                    .map(each -> new Problem.FieldError("line " + each.line() + ": " + each.column(), each.message()))
                    .toList());
        }
    }

    /**
     * @param dryRun nothing was written
     * @param revision of the registry now
     */
    record Imported(boolean dryRun, long revision, Difference difference) {}
}
