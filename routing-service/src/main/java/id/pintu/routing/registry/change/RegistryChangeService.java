package id.pintu.routing.http.registry;

import id.pintu.processing.versions.ChangeMetadata;
import id.pintu.processing.versions.VersionHistory;
import id.pintu.processing.versions.VersionedTopicWriter;
import id.pintu.processing.versions.VersionedValue;
import id.pintu.routing.kafka.AgencyFeedCreator;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.registry.RegistryEntryError;
import id.pintu.routing.registry.RegistryEntryValidator;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.InstitutionKeyIssuer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Where the registry is changed: checks, then the feeds of who is new, then the versions, then the keys. */
public final class RegistryChangeService {

    private static final Logger log = LoggerFactory.getLogger(RegistryChangeService.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    /**
     * What somebody wants written.
     *
     * @param baseVersion the version it was made from, 0 when it is to be new
     * @param fieldPrefix what a flaw's field is called by who sent it, such as {@code line 17: }
     */
    record RegistryEntryChange(RegistryEntry entry, int baseVersion, String fieldPrefix) {}

    private final VersionedTopicWriter<RegistryEntry> writer;
    private final RegistryEntryValidator validator;
    private final AgencyFeedCreator feeds;
    private final InstitutionKeyIssuer keys;

    public RegistryChangeService(
            VersionedTopicWriter<RegistryEntry> writer,
            RegistryEntryValidator validator,
            AgencyFeedCreator feeds,
            InstitutionKeyIssuer keys) {
        this.writer = writer;
        this.validator = validator;
        this.feeds = feeds;
        this.keys = keys;
    }

    /**
     * All of them or none.
     *
     * @return what was written; an entry that is as it was is not written again
     * @throws ProblemException 400 naming each field that cannot stand, 412 when another change came first, 503 when the broker
     *     does not answer
     */
    List<VersionedValue<RegistryEntry>> change(List<RegistryEntryChange> entryChanges, ChangeMetadata changeMetadata) {
        try {
            List<VersionedValue<RegistryEntry>> written = writer.change(changeMetadata, versions -> {
                Map<String, RegistryEntry> changed = validate(entryChanges, versions);
                feeds.create(institutions(changed.values().stream()
                        .filter(entry -> versions.latest(entry.code()).isEmpty())));
                return changed;
            });
            keys.issueMissing(institutions(written.stream().map(VersionedValue::value)));
            return written;
        } catch (KafkaException | org.springframework.kafka.KafkaException e) {
            log.warn("the registry cannot be changed for now: {}", e.getClass().getName());
            throw ProblemException.tryLater(
                    "The broker does not answer at this moment; look whether it was changed.", RETRY_AFTER_SECONDS);
        }
    }

    /** Units get their reports through their institution. */
    private static List<String> institutions(Stream<RegistryEntry> entries) {
        return entries.filter(entry -> !entry.unit()).map(RegistryEntry::code).toList();
    }

    /** What is really new of it, if all of it can stand. */
    Map<String, RegistryEntry> validate(
            List<RegistryEntryChange> entryChanges, VersionHistory<RegistryEntry> versions) {
        Map<String, RegistryEntry> all = new LinkedHashMap<>();
        versions.latest().forEach(each -> all.put(each.key(), each.value()));
        Map<String, RegistryEntry> changed = new LinkedHashMap<>();
        for (RegistryEntryChange entryChange : entryChanges) {
            RegistryEntry entry = entryChange.entry();
            int version =
                    versions.latest(entry.code()).map(VersionedValue::version).orElse(0);
            requireVersion(entryChange.baseVersion(), version, entryChange.fieldPrefix() + entry.code());
            if (!entry.equals(all.put(entry.code(), entry))) {
                changed.put(entry.code(), entry);
            }
        }
        List<ProblemException.ProblemFieldError> errors = new ArrayList<>();
        for (RegistryEntryChange entryChange : entryChanges) {
            if (changed.containsKey(entryChange.entry().code())) {
                for (RegistryEntryError flaw : validator.validate(entryChange.entry(), all)) {
                    errors.add(new ProblemException.ProblemFieldError(
                            entryChange.fieldPrefix() + flaw.field(), flaw.message()));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.ofFields(errors);
        }
        return changed;
    }

    /**
     * @throws ProblemException 412 when it is not at this version
     */
    static void requireVersion(int from, int version, String code) {
        if (from != version) {
            throw ProblemException.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "changed-meanwhile",
                    code + (version == 0 ? " is not in the registry yet." : " is at version " + version + " now."));
        }
    }
}
