package id.pintu.processing;

import id.pintu.events.ComplaintId;
import id.pintu.events.MalformedMessageException;
import id.pintu.processing.topics.OutageDetector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * One run of a batch through an event processor: load snapshots, handle each record, save, notify the listener. A failure
 * that belongs to one record ends in the dead letters with that record only: when the batch cannot be saved as a whole, its
 * complaints are saved one by one, and the records of one that still fails are handled and saved one by one.
 *
 * <p>Only an outage leaves as an exception; then nothing of the batch is emitted, and it is delivered again.
 *
 * @param <S> the decider's state
 */
final class BatchRun<S> {

    private static final Logger log = LoggerFactory.getLogger(BatchRun.class);

    /** After so many records of one complaint that cannot be saved, the rest of them in a batch is not tried. */
    private static final int MAX_FAILED_SAVES = 3;

    private final String service;
    private final SnapshotStore<S> snapshots;
    private final S initial;
    private final Consumer<Map<ComplaintId, S>> listener;
    private final SingleRecordStep<S> step;

    /** Handled records with what they emit, in the order of the batch. */
    private final Map<InboundRecord, List<Message<byte[]>>> outgoing = new LinkedHashMap<>();

    private final Set<ComplaintSnapshot<S>> changed = new LinkedHashSet<>();

    /** What is done with one record: it changes the snapshot or leaves it as it was, and returns what is to be emitted. */
    interface SingleRecordStep<S> {
        List<Message<byte[]>> apply(ComplaintSnapshot<S> snapshot, InboundRecord record);
    }

    BatchRun(
            String service,
            SnapshotStore<S> snapshots,
            S initial,
            Consumer<Map<ComplaintId, S>> listener,
            SingleRecordStep<S> step) {
        this.service = service;
        this.snapshots = snapshots;
        this.initial = initial;
        this.listener = listener;
        this.step = step;
    }

    /** What is to be emitted for these records, dead letters included. */
    List<Message<byte[]>> run(List<InboundRecord> records) {
        Map<ComplaintId, ComplaintSnapshot<S>> loaded = load(records);
        for (InboundRecord record : records) {
            outgoing.put(record, handle(loaded, record));
        }
        save();
        notifyListener();
        return outgoing.values().stream().flatMap(List::stream).toList();
    }

    private Map<ComplaintId, ComplaintSnapshot<S>> load(List<InboundRecord> records) {
        Set<ComplaintId> ids = new LinkedHashSet<>();
        records.forEach(record -> record.key().ifPresent(ids::add));
        Map<ComplaintId, ComplaintSnapshot<S>> loaded = new HashMap<>();
        try {
            loaded.putAll(snapshots.load(ids));
            ids.forEach(id -> loaded.computeIfAbsent(id, absent -> ComplaintSnapshot.initial(absent, initial)));
        } catch (RuntimeException e) {
            rethrowOutage(e);
            log.error("{}: snapshots are loaded one by one after {} at {}", service, e.getClass(), origin(e));
            ids.forEach(id -> loadOne(id, loaded));
        }
        return loaded;
    }

    private void loadOne(ComplaintId id, Map<ComplaintId, ComplaintSnapshot<S>> loaded) {
        try {
            loaded.put(id, stored(id));
        } catch (RuntimeException e) {
            rethrowOutage(e);
            log.error("{}: the snapshot of {} cannot be read: {} at {}", service, id, e.getClass(), origin(e));
        }
    }

    private ComplaintSnapshot<S> stored(ComplaintId id) {
        return snapshots.load(Set.of(id)).getOrDefault(id, ComplaintSnapshot.initial(id, initial));
    }

    private List<Message<byte[]>> handle(Map<ComplaintId, ComplaintSnapshot<S>> loaded, InboundRecord record) {
        try {
            ComplaintSnapshot<S> snapshot = loaded.get(record.complaintId());
            if (snapshot == null) {
                return deadLetter(record, DeadLetterKind.UNSAVED, "the snapshot cannot be read");
            }
            List<Message<byte[]>> emitted = step.apply(snapshot, record);
            changed.add(snapshot);
            return emitted;
        } catch (MalformedMessageException e) {
            return deadLetter(record, DeadLetterKind.MALFORMED, String.valueOf(e.getMessage()));
        } catch (RecordTooLargeForBrokerException e) {
            return deadLetter(record, DeadLetterKind.OVERSIZED, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            rethrowOutage(e);
            log.error("undecidable {} at {}: {} at {}", record.type(), record.position(), e.getClass(), origin(e));
            // The message of an unforeseen exception may quote the report, so only its class is published.
            return deadLetter(record, DeadLetterKind.UNDECIDABLE, e.getClass().getName());
        }
    }

    private void save() {
        if (!isSaved(changed)) {
            List.copyOf(changed).stream()
                    .filter(snapshot -> !isSaved(Set.of(snapshot)))
                    .forEach(this::handleOneByOne);
        }
    }

    private boolean isSaved(Set<ComplaintSnapshot<S>> unsaved) {
        try {
            snapshots.save(unsaved);
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            rethrowOutage(e);
            // A store that takes no write at all is an outage too, whatever its exception.
            snapshots.requireWritable();
            log.error("{}: {} snapshots cannot be saved: {} at {}", service, unsaved.size(), e.getClass(), origin(e));
            return false;
        }
    }

    /** Repeats the records of a complaint that cannot be saved with all of them, and saves after each. */
    private void handleOneByOne(ComplaintSnapshot<S> failed) {
        changed.remove(failed);
        Map<ComplaintId, ComplaintSnapshot<S>> loaded = new HashMap<>();
        loadOne(failed.id, loaded);
        int failures = 0;
        for (InboundRecord record : recordsOf(failed.id)) {
            ComplaintSnapshot<S> snapshot = loaded.get(failed.id);
            if (snapshot == null || failures == MAX_FAILED_SAVES) {
                outgoing.put(record, deadLetter(record, DeadLetterKind.UNSAVED, "the snapshot cannot be saved"));
                continue;
            }
            ComplaintSnapshot.Savepoint<S> before = snapshot.savepoint();
            outgoing.put(record, handle(loaded, record));
            if (!isSaved(Set.of(snapshot))) {
                snapshot.rollBackTo(before);
                failures++;
                outgoing.put(record, deadLetter(record, DeadLetterKind.UNSAVED, "the snapshot cannot be saved"));
            }
        }
    }

    private List<InboundRecord> recordsOf(ComplaintId id) {
        return outgoing.keySet().stream()
                .filter(record -> record.key().filter(id::equals).isPresent())
                .toList();
    }

    private void notifyListener() {
        Map<ComplaintId, S> states = new LinkedHashMap<>();
        changed.forEach(snapshot -> states.put(snapshot.id, snapshot.state));
        if (!states.isEmpty() && !isNotified(states)) {
            states.forEach((id, state) -> {
                if (!isNotified(Map.of(id, state))) {
                    InboundRecord last = recordsOf(id).getLast();
                    List<Message<byte[]>> emitted = new ArrayList<>(outgoing.getOrDefault(last, List.of()));
                    emitted.addAll(deadLetter(last, DeadLetterKind.UNLISTED, "a view beside the snapshot failed"));
                    outgoing.put(last, emitted);
                }
            });
        }
    }

    private boolean isNotified(Map<ComplaintId, S> states) {
        try {
            listener.accept(states);
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            rethrowOutage(e);
            snapshots.requireWritable();
            log.error("{}: the views of {} cannot be updated: {}", service, states.keySet(), e.getClass());
            return false;
        }
    }

    private List<Message<byte[]>> deadLetter(InboundRecord record, DeadLetterKind kind, String reason) {
        log.warn("to the dead letters: {} at {}: {}", record.type(), record.position(), reason);
        return List.of(
                DeadLetterFactory.deadLetter(service, record, kind, reason).message(service, record.traceparent()));
    }

    private static void rethrowOutage(Throwable failure) {
        if (failure instanceof RuntimeException e && OutageDetector.isCauseOf(e)) {
            throw e;
        }
    }

    private static Object origin(Throwable e) {
        return e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0];
    }
}
