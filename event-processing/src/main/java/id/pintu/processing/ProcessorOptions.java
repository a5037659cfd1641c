package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What an event processor does beside folding and deciding events.
 *
 * @param commands empty when the service has no commands
 * @param derivedRecords records for other topics, by the state after an event, emitted or consumed
 * @param refusalRecords records for other topics, by a refused command that came as a record
 * @param documents projection and store of documents beside the snapshots
 * @param afterSaveListener gets the changed states after each save
 */
record ProcessorOptions<S>(
        Optional<CommandHandler<S>> commands,
        BiFunction<S, ComplaintEvent, List<OutboundRecord>> derivedRecords,
        Function<RefusedAction, List<OutboundRecord>> refusalRecords,
        ProcessorDocuments<S> documents,
        Consumer<Map<ComplaintId, S>> afterSaveListener) {

    /** Projection and store of documents; no store, no documents. */
    record ProcessorDocuments<S>(Optional<EventDocumentStore<?>> store, EventDocumentProjection<S> projection) {

        void save(List<EventDocument> documents) {
            store.ifPresent(each -> each.save(documents));
        }

        void drop() {
            store.ifPresent(EventDocumentStore::drop);
        }
    }

    static <S> ProcessorOptions<S> none() {
        return new ProcessorOptions<>(
                Optional.empty(),
                (state, event) -> List.of(),
                refused -> List.of(),
                new ProcessorDocuments<>(Optional.empty(), (before, after, event) -> List.of()),
                changed -> {});
    }

    ProcessorOptions<S> with(CommandHandler<S> handler) {
        return new ProcessorOptions<>(
                Optional.of(handler), derivedRecords, refusalRecords, documents, afterSaveListener);
    }

    ProcessorOptions<S> withDerivedRecords(BiFunction<S, ComplaintEvent, List<OutboundRecord>> records) {
        return new ProcessorOptions<>(commands, records, refusalRecords, documents, afterSaveListener);
    }

    ProcessorOptions<S> withRefusalRecords(Function<RefusedAction, List<OutboundRecord>> records) {
        return new ProcessorOptions<>(commands, derivedRecords, records, documents, afterSaveListener);
    }

    ProcessorOptions<S> withDocuments(EventDocumentStore<?> store, EventDocumentProjection<S> projection) {
        return new ProcessorOptions<>(
                commands,
                derivedRecords,
                refusalRecords,
                new ProcessorDocuments<>(Optional.of(store), projection),
                afterSaveListener);
    }

    ProcessorOptions<S> withAfterSaveListener(Consumer<Map<ComplaintId, S>> listener) {
        return new ProcessorOptions<>(commands, derivedRecords, refusalRecords, documents, listener);
    }
}
