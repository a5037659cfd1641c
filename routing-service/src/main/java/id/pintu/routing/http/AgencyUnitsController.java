package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.processing.SnapshotStore;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.NationalTime;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.training.UnitModelProvider;
import id.pintu.routing.units.UnitModel;
import id.pintu.routing.units.UnitSuggester;
import id.pintu.routing.units.UnitSuggestion;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST controller for the units of an institution, and which of them should get a complaint. It only suggests. */
@RestController
@RequestMapping("/v1/agencies/{code}")
class AgencyUnitsController {

    private static final int MAX_SUGGESTIONS = 5;

    private final SnapshotStore<HandlingState> snapshots;
    private final Supplier<ComplaintRouter> router;
    private final UnitModelProvider models;
    private final InstantSource clock;

    AgencyUnitsController(
            SnapshotStore<HandlingState> snapshots,
            Supplier<ComplaintRouter> router,
            UnitModelProvider models,
            InstantSource clock) {
        this.snapshots = snapshots;
        this.router = router;
        this.models = models;
        this.clock = clock;
    }

    /** Lists the institution's units: those of the registry, the usual ones of its kind, and those it has used. */
    @GetMapping("/units")
    UnitNameList units(@PathVariable String code) {
        ComplaintRouter current = router.get();
        return new UnitNameList(suggester(current)
                .directory(institution(current, code), models.get(code))
                .names());
    }

    /** Suggests up to five units for a complaint, the likeliest first, with reasons. */
    @GetMapping("/complaints/{id}/unit-suggestions")
    UnitSuggestionList suggestions(@PathVariable String code, @PathVariable String id) {
        ComplaintId complaint = CommandGateway.complaintId(id);
        ComplaintRouter current = router.get();
        InstitutionRegistry registry = current.knowledge().registry();
        return snapshots
                .find(complaint)
                .filter(state -> state.isWith(code))
                .flatMap(HandlingState::report)
                .map(report -> {
                    RegistryInstitution institution = institution(current, code);
                    UnitModel model = models.get(code);
                    return new UnitSuggestionList(suggester(current)
                            .suggest(
                                    report,
                                    institution,
                                    registry.governmentLevel(institution),
                                    model,
                                    MAX_SUGGESTIONS,
                                    NationalTime.dateAt(clock.instant())));
                })
                .orElseThrow(() -> AgencyCommandExecutor.unknown(code));
    }

    private static UnitSuggester suggester(ComplaintRouter router) {
        return new UnitSuggester(router.analyzer(), router.knowledge().duties().units());
    }

    private static RegistryInstitution institution(ComplaintRouter router, String code) {
        return router.knowledge()
                .registry()
                .institution(code)
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND, "no-such-institution", "There is no institution " + code + "."));
    }

    /**
     * @param suggestions at most five, the likeliest first
     */
    record UnitSuggestionList(List<UnitSuggestion> suggestions) {}

    /**
     * @param units names, each once
     */
    record UnitNameList(List<String> units) {}
}
