package id.pintu.routing.http.registry;

import id.pintu.house.http.Problem;
import id.pintu.house.keys.KeyWriter;
import id.pintu.house.versions.Signature;
import id.pintu.house.versions.Version;
import id.pintu.house.versions.VersionWriter;
import id.pintu.house.versions.Versions;
import id.pintu.routing.kafka.Feeds;
import id.pintu.routing.registry.Entry;
import id.pintu.routing.registry.Flaw;
import id.pintu.routing.registry.Proofreading;
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
public final class RegistryDesk {

    private static final Logger log = LoggerFactory.getLogger(RegistryDesk.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    /**
     * What somebody wants written.
     *
     * @param from the version it was made from, 0 when it is to be new
     * @param place what a flaw's field is called by who sent it, such as {@code line 17: }
     */
    record Wish(Entry entry, int from, String place) {}

    private final VersionWriter<Entry> writer;
    private final Proofreading proofreading;
    private final Feeds feeds;
    private final KeyWriter keys;

    public RegistryDesk(VersionWriter<Entry> writer, Proofreading proofreading, Feeds feeds, KeyWriter keys) {
        this.writer = writer;
        this.proofreading = proofreading;
        this.feeds = feeds;
        this.keys = keys;
    }

    /**
     * All of them or none.
     *
     * @return what was written; an entry that is as it was is not written again
     * @throws Problem 400 naming each field that cannot stand, 412 when another change came first, 503 when the broker
     *     does not answer
     */
    List<Version<Entry>> change(List<Wish> wishes, Signature signature) {
        try {
            List<Version<Entry>> written = writer.change(signature, versions -> {
                Map<String, Entry> changed = checked(wishes, versions);
                feeds.open(institutions(changed.values().stream()
                        .filter(entry -> versions.latest(entry.code()).isEmpty())));
                return changed;
            });
            keys.makeMissing(institutions(written.stream().map(Version::value)));
            return written;
        } catch (KafkaException | org.springframework.kafka.KafkaException e) {
            log.warn("the registry cannot be changed for now: {}", e.getClass().getName());
            throw Problem.tryLater(
                    "The broker does not answer at this moment; look whether it was changed.", RETRY_AFTER_SECONDS);
        }
    }

    /** Units get their reports through their institution. */
    private static List<String> institutions(Stream<Entry> entries) {
        return entries.filter(entry -> !entry.unit()).map(Entry::code).toList();
    }

    /** What is really new of it, if all of it can stand. */
    Map<String, Entry> checked(List<Wish> wishes, Versions<Entry> versions) {
        Map<String, Entry> all = new LinkedHashMap<>();
        versions.latest().forEach(each -> all.put(each.key(), each.value()));
        Map<String, Entry> changed = new LinkedHashMap<>();
        for (Wish wish : wishes) {
            Entry entry = wish.entry();
            int version = versions.latest(entry.code()).map(Version::version).orElse(0);
            requireVersion(wish.from(), version, wish.place() + entry.code());
            if (!entry.equals(all.put(entry.code(), entry))) {
                changed.put(entry.code(), entry);
            }
        }
        List<Problem.FieldError> errors = new ArrayList<>();
        for (Wish wish : wishes) {
            if (changed.containsKey(wish.entry().code())) {
                for (Flaw flaw : proofreading.flaws(wish.entry(), all)) {
                    errors.add(new Problem.FieldError(wish.place() + flaw.field(), flaw.message()));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.ofFields(errors);
        }
        return changed;
    }

    /**
     * @throws Problem 412 when it is not at this version
     */
    static void requireVersion(int from, int version, String code) {
        if (from != version) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "changed-meanwhile",
                    code + (version == 0 ? " is not in the registry yet." : " is at version " + version + " now."));
        }
    }
}
