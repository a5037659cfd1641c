package id.pintu.processing;

import id.pintu.events.ComplaintId;
import id.pintu.events.MalformedMessageException;
import id.pintu.processing.binder.BatchScope;
import id.pintu.processing.topics.OutageDetector;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final SnapshotCache<S> cache;
    private final S initial;
    private final ProcessorOptions<S> options;
    private final CommandReplies replies;
    private final SingleRecordStep<S> step;

    /** Handled records with what they lead to, in the order of the batch. */
    private final Map<InboundRecord, RecordResult> results = new LinkedHashMap<>();

    private final Set<ComplaintSnapshot<S>> changed = new LinkedHashSet<>();

    /** What is done with one record: it changes the snapshot or leaves it as it was. */
    interface SingleRecordStep<S> {
        RecordResult apply(ComplaintSnapshot<S> snapshot, InboundRecord record);
    }

    BatchRun(
            String service,
            SnapshotStore<S> snapshots,
            SnapshotCache<S> cache,
            S initial,
            ProcessorOptions<S> options,
            CommandReplies replies,
            SingleRecordStep<S> step) {
        this.service = service;
        this.snapshots = snapshots;
        this.cache = cache;
        this.initial = initial;
        this.options = options;
        this.replies = replies;
        this.step = step;
    }

    /** What is to be emitted for these records, dead letters included. */
    List<Message<byte[]>> run(List<InboundRecord> records) {
        Map<ComplaintId, ComplaintSnapshot<S>> loaded = load(records);
        Map<String, Long> firstOffsets = firstOffsets(records);
        loaded.values().forEach(snapshot -> snapshot.confirmBefore(firstOffsets));
        for (InboundRecord record : records) {
            results.put(record, handle(loaded, record));
        }
        if (isEachSaved()) {
            cache.put(loaded.values());
        }
        notifyListener();
        replyToCommands(loaded);
        return results.values().stream()
                .flatMap(result -> result.messages().stream())
                .toList();
    }

    private static Map<String, Long> firstOffsets(List<InboundRecord> records) {
        Map<String, Long> first = new HashMap<>();
        records.forEach(record -> first.merge(record.topicPartition(), record.offset(), Math::min));
        return first;
    }

    private void replyToCommands(Map<ComplaintId, ComplaintSnapshot<S>> loaded) {
        results.forEach((record, result) -> result.decidedCommand()
                .ifPresent(command -> Optional.ofNullable(loaded.get(record.complaintId()))
                        .flatMap(snapshot -> snapshot.outcomeOf(command))
                        .ifPresent(outcome -> BatchScope.afterCommit(() -> replies.reply(record, command, outcome)))));
    }

    private Map<ComplaintId, ComplaintSnapshot<S>> load(List<InboundRecord> records) {
        Set<ComplaintId> ids = new LinkedHashSet<>();
        records.forEach(record -> record.key().ifPresent(ids::add));
        Map<ComplaintId, ComplaintSnapshot<S>> loaded = cache.take(ids);
        ids.removeAll(loaded.keySet());
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

    private RecordResult handle(Map<ComplaintId, ComplaintSnapshot<S>> loaded, InboundRecord record) {
        try {
            ComplaintSnapshot<S> snapshot = loaded.get(record.complaintId());
            if (snapshot == null) {
                return deadLetter(record, DeadLetterKind.UNSAVED, "the snapshot cannot be read");
            }
            RecordResult result = step.apply(snapshot, record);
            changed.add(snapshot);
            return result;
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

    /** Saves what can be saved; false when the batch was not saved as a whole. */
    private boolean isEachSaved() {
        if (isSaved(changed, results.values())) {
            return true;
        }
        List.copyOf(changed).stream()
                .filter(snapshot -> !isSaved(Set.of(snapshot), resultsOf(snapshot.id)))
                .forEach(this::handleOneByOne);
        return false;
    }

    private boolean isSaved(Set<ComplaintSnapshot<S>> unsaved, Collection<RecordResult> from) {
        try {
            options.documents()
                    .save(from.stream()
                            .flatMap(result -> result.documents().stream())
                            .toList());
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
                results.put(record, deadLetter(record, DeadLetterKind.UNSAVED, "the snapshot cannot be saved"));
                continue;
            }
            ComplaintSnapshot.Savepoint<S> before = snapshot.savepoint();
            RecordResult result = handle(loaded, record);
            results.put(record, result);
            if (!isSaved(Set.of(snapshot), List.of(result))) {
                snapshot.rollBackTo(before);
                failures++;
                results.put(record, deadLetter(record, DeadLetterKind.UNSAVED, "the snapshot cannot be saved"));
            }
        }
    }

    private List<RecordResult> resultsOf(ComplaintId id) {
        return recordsOf(id).stream().map(results::get).toList();
    }

    private List<InboundRecord> recordsOf(ComplaintId id) {
        return results.keySet().stream()
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
                    RecordResult dead = deadLetter(last, DeadLetterKind.UNLISTED, "a view beside the snapshot failed");
                    results.merge(last, dead, RecordResult::plus);
                }
            });
        }
    }

    private boolean isNotified(Map<ComplaintId, S> states) {
        try {
            options.afterSaveListener().accept(states);
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            rethrowOutage(e);
            snapshots.requireWritable();
            log.error("{}: the views of {} cannot be updated: {}", service, states.keySet(), e.getClass());
            return false;
        }
    }

    private RecordResult deadLetter(InboundRecord record, DeadLetterKind kind, String reason) {
        log.warn("to the dead letters: {} at {}: {}", record.type(), record.position(), reason);
        return RecordResult.of(
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
