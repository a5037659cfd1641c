package id.pintu.routing.handling;

import static id.pintu.routing.SampleReports.ID;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventMetadata;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SubmittedReport;
import id.pintu.processing.CommandDecider.CommandDecision;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.registry.InstitutionRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Fixture that runs one complaint through the decider: events and commands in, emitted events and state out. */
final class HandlingFixture {

    static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");

    private static final InstitutionRegistry REGISTRY = new BundledTablesLoader().registry(Set.of());
    private static final ComplaintRouter ROUTER = router(REGISTRY);

    final HandlingDecider rules;
    final List<ComplaintEvent> emitted = new ArrayList<>();
    private final Set<UUID> handledIds = new HashSet<>();
    HandlingState state = HandlingState.UNKNOWN;

    HandlingFixture() {
        this(rules(REGISTRY, ROUTER));
    }

    HandlingFixture(HandlingDecider rules) {
        this.rules = rules;
    }

    static HandlingDecider rules(Set<String> notConnected) {
        InstitutionRegistry registry = new BundledTablesLoader().registry(notConnected);
        return rules(registry, router(registry));
    }

    private static ComplaintRouter router(InstitutionRegistry registry) {
        return new ComplaintRouter(new BundledTablesLoader().knowledge(registry), LearnedRoutingModel.untrained());
    }

    private static HandlingDecider rules(InstitutionRegistry registry, ComplaintRouter router) {
        return new HandlingDecider(() -> router, new RulingPrecedentIndex(() -> registry), () -> registry);
    }

    /** Handles an event of another service, and emits the reaction; drops a duplicate, as the snapshot does. */
    List<ComplaintEvent> handle(ComplaintEvent event) {
        if (!handledIds.add(event.id())) {
            return List.of();
        }
        state = rules.evolve(state, event);
        return emit(rules.react(state, event, NOW));
    }

    CommandDecision execute(HandlingCommand command) {
        CommandDecision decision = rules.decide(state, command, NOW);
        if (decision instanceof CommandDecision.Accepted accepted) {
            emit(accepted.events());
        }
        return decision;
    }

    HandlingFixture after(ComplaintEvent... events) {
        List.of(events).forEach(this::handle);
        return this;
    }

    String responsible() {
        return state.responsible().map(institution -> institution.code()).orElse("desk");
    }

    private List<ComplaintEvent> emit(List<ComplaintEvent> events) {
        events.forEach(event -> state = rules.evolve(state, event));
        emitted.addAll(events);
        return events;
    }

    static ComplaintEvent submitted(SubmittedReport report) {
        return new ComplaintSubmitted(stamp(ComplaintSubmitted.class), report);
    }

    static ComplaintEvent withdrawn() {
        return new ComplaintWithdrawn(stamp(ComplaintWithdrawn.class), "Solved");
    }

    static ComplaintEvent contested() {
        return new ComplaintContested(stamp(ComplaintContested.class), "No");
    }

    static ComplaintEvent rated() {
        return new ComplaintRated(stamp(ComplaintRated.class), 5, "");
    }

    static ComplaintEvent closed() {
        return new ComplaintClosed(
                stamp(ComplaintClosed.class), SlaEvent.SlaClockType.REPORTER_SILENCE, SlaEvent.ClosureReason.SILENCE);
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static EventMetadata stamp(Class<? extends ComplaintEvent> type) {
        return EventMetadata.of(ID, id("cause"), type, NOW);
    }
}
