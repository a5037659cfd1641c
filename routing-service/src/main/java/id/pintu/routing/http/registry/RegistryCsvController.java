package id.pintu.routing.http.registry;

import id.pintu.processing.versions.ChangeMetadata;
import id.pintu.processing.versions.VersionHistory;
import id.pintu.processing.versions.VersionedTopic;
import id.pintu.processing.versions.VersionedValue;
import id.pintu.routing.csv.RegistryCsvCodec;
import id.pintu.routing.registry.RegistryDiff;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.registry.change.RegistryChangeService;
import id.pintu.routing.registry.change.RegistryEntryChange;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.http.ChangeReasonValidator;
import id.pintu.support.http.ProblemException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST controller that exports and imports the whole registry as CSV; needs the desk's bearer key. */
@RestController
@RequestMapping("/v1/registry.csv")
class RegistryCsvController {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final VersionedTopic<RegistryEntry> topic;
    private final RegistryChangeService changeService;
    private final InstantSource clock;

    RegistryCsvController(
            VersionedTopic<RegistryEntry> topic, RegistryChangeService changeService, InstantSource clock) {
        this.topic = topic;
        this.changeService = changeService;
        this.clock = clock;
    }

    /** Exports the registry as CSV, with versions. */
    @GetMapping(produces = CSV)
    String export() {
        Map<RegistryEntry, Integer> versions = new LinkedHashMap<>();
        topic.get().latest().forEach(each -> versions.put(each.value(), each.version()));
        return RegistryCsvCodec.write(versions);
    }

    /**
     * Imports the entries that differ, all of them or none. Entries missing from the CSV stay unchanged.
     *
     * @param dryRun only validate, and show what would change
     */
    @PutMapping(consumes = {"text/csv", "application/octet-stream"})
    RegistryImportResult importTable(
            @RequestBody byte[] csv,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String why,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        VersionHistory<RegistryEntry> versions = topic.get();
        Map<String, RegistryEntry> current = new LinkedHashMap<>();
        versions.latest().forEach(each -> current.put(each.key(), each.value()));
        RegistryCsvCodec.RegistryCsvContent content = RegistryCsvCodec.read(csv, current);
        rejectErrors(content.errors());
        List<RegistryEntryChange> entryChanges =
                content.rows().stream().map(row -> entryChange(row, versions)).toList();
        RegistryDiff difference = RegistryDiff.between(
                current, entryChanges.stream().map(RegistryEntryChange::entry).toList());
        if (dryRun) {
            changeService.validate(entryChanges, versions);
            return new RegistryImportResult(true, versions.revision(), difference);
        }
        long revision = changeService
                .change(
                        entryChanges,
                        new ChangeMetadata(
                                caller.actor().toString(), ChangeReasonValidator.requireValid(why), clock.instant()))
                .stream()
                .mapToLong(VersionedValue::revision)
                .findFirst()
                .orElse(versions.revision());
        return new RegistryImportResult(false, revision, difference);
    }

    /** A change from the current version; a row that has a version must have this one. */
    private static RegistryEntryChange entryChange(
            RegistryCsvCodec.RegistryCsvRow row, VersionHistory<RegistryEntry> versions) {
        String fieldPrefix = "line " + row.line() + ": ";
        String code = row.entry().code();
        int current = versions.latest(code).map(VersionedValue::version).orElse(0);
        row.version().ifPresent(from -> RegistryChangeService.requireVersion(from, current, fieldPrefix + code));
        return new RegistryEntryChange(row.entry(), current, fieldPrefix);
    }

    private static void rejectErrors(List<RegistryCsvCodec.RegistryCsvError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.ofFields(errors.stream()
                    .map(each -> new ProblemException.ProblemFieldError(
                            "line " + each.line() + (each.column().isEmpty() ? "" : ": " + each.column()),
                            each.message()))
                    .toList());
        }
    }

    /**
     * @param dryRun true when nothing was written
     * @param revision of the registry after the import
     */
    record RegistryImportResult(boolean dryRun, long revision, RegistryDiff difference) {}
}
