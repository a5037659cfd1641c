package id.pintu.routing.registry.change;

import id.pintu.processing.versions.ChangeMetadata;
import id.pintu.processing.versions.VersionHistory;
import id.pintu.processing.versions.VersionedTopicWriter;
import id.pintu.processing.versions.VersionedValue;
import id.pintu.routing.kafka.AgencyTopicCreator;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.registry.RegistryEntryValidator;
import id.pintu.routing.rulebooks.CurrentRouterProvider;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.ProblemException.ProblemFieldError;
import id.pintu.support.keys.InstitutionKeyIssuer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Service that changes the institution registry. In order: it validates the entries, creates the agency feeds of new
 * institutions, writes the versions, then issues the missing keys.
 */
public final class RegistryChangeService {

    private static final Logger log = LoggerFactory.getLogger(RegistryChangeService.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final VersionedTopicWriter<RegistryEntry> writer;
    private final RegistryEntryValidator validator;
    private final AgencyTopicCreator feeds;
    private final InstitutionKeyIssuer keys;
    private final CurrentRouterProvider router;

    public RegistryChangeService(
            VersionedTopicWriter<RegistryEntry> writer,
            RegistryEntryValidator validator,
            AgencyTopicCreator feeds,
            InstitutionKeyIssuer keys,
            CurrentRouterProvider router) {
        this.writer = writer;
        this.validator = validator;
        this.feeds = feeds;
        this.keys = keys;
        this.router = router;
    }

    /**
     * Writes all entries or none. When this returns, this instance routes with them; the others follow within a second or
     * two.
     *
     * @return the versions written; an unchanged entry gets no new version
     * @throws ProblemException 400 naming each invalid field, 412 when an entry was changed since its base version, 503
     *     when the broker does not answer
     */
    public List<VersionedValue<RegistryEntry>> change(
            List<RegistryEntryChange> entryChanges, ChangeMetadata changeMetadata) {
        try {
            List<VersionedValue<RegistryEntry>> written = writer.change(changeMetadata, versions -> {
                Map<String, RegistryEntry> changed = validate(entryChanges, versions);
                feeds.createFeeds(institutions(changed.values().stream()
                        .filter(entry -> versions.latest(entry.code()).isEmpty())));
                return changed;
            });
            keys.issueMissing(institutions(written.stream().map(VersionedValue::value)));
            router.refresh();
            return written;
        } catch (KafkaException | org.springframework.kafka.KafkaException e) {
            log.warn(
                    "the broker does not answer, the registry cannot be changed: {}",
                    e.getClass().getName());
            throw ProblemException.tryLater(
                    "The broker does not answer; check whether the change was written, then try again.",
                    RETRY_AFTER_SECONDS);
        }
    }

    /** Codes of the institutions among the entries; a unit has neither a feed nor a key. */
    private static List<String> institutions(Stream<RegistryEntry> entries) {
        return entries.filter(entry -> !entry.unit()).map(RegistryEntry::code).toList();
    }

    /**
     * Validates the changes against the registry as it would be after all of them.
     *
     * @return the entries that differ from the current ones, by code
     * @throws ProblemException 400 or 412, as {@link #change}
     */
    public Map<String, RegistryEntry> validate(
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
        List<ProblemFieldError> errors = entryChanges.stream()
                .filter(each -> changed.containsKey(each.entry().code()))
                .flatMap(each -> fieldErrors(each, all))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.ofFields(errors);
        }
        return changed;
    }

    private Stream<ProblemFieldError> fieldErrors(RegistryEntryChange entryChange, Map<String, RegistryEntry> all) {
        return validator.validate(entryChange.entry(), all).stream()
                .map(error -> new ProblemFieldError(entryChange.fieldPrefix() + error.field(), error.message()));
    }

    /**
     * Requires that an entry is still at the version a change was made from.
     *
     * @throws ProblemException 412 when it is not
     */
    public static void requireVersion(int baseVersion, int currentVersion, String code) {
        if (baseVersion != currentVersion) {
            throw ProblemException.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "changed-meanwhile",
                    code
                            + (currentVersion == 0
                                    ? " is not in the registry yet."
                                    : " is at version " + currentVersion + " now."));
        }
    }
}
