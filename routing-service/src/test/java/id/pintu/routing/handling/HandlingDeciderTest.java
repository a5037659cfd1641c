package id.pintu.routing.handling;

import static id.pintu.routing.SampleReports.ID;
import static id.pintu.routing.SampleReports.pothole;
import static id.pintu.routing.SampleReports.withText;
import static id.pintu.routing.handling.HandlingFixture.NOW;
import static id.pintu.routing.handling.HandlingFixture.closed;
import static id.pintu.routing.handling.HandlingFixture.contested;
import static id.pintu.routing.handling.HandlingFixture.id;
import static id.pintu.routing.handling.HandlingFixture.rated;
import static id.pintu.routing.handling.HandlingFixture.submitted;
import static id.pintu.routing.handling.HandlingFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.EventMetadata;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeChannel;
import id.pintu.events.ReasonFact;
import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintPart;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.DisputeCause;
import id.pintu.events.RoutingEvent.DuplicateType;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.RoutingReason;
import id.pintu.events.SubmittedReport;
import id.pintu.processing.CommandDecider.CommandDecision;
import id.pintu.routing.SampleReports;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.handling.DisputeHistory.InstitutionRefusal;
import id.pintu.routing.handling.HandlingCommand.AddNote;
import id.pintu.routing.handling.HandlingCommand.Archive;
import id.pintu.routing.handling.HandlingCommand.Ask;
import id.pintu.routing.handling.HandlingCommand.AssignPerson;
import id.pintu.routing.handling.HandlingCommand.AssignUnit;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.handling.HandlingCommand.FollowUp;
import id.pintu.routing.handling.HandlingCommand.Link;
import id.pintu.routing.handling.HandlingCommand.OpenPart;
import id.pintu.routing.handling.HandlingCommand.Reclassify;
import id.pintu.routing.handling.HandlingCommand.RequestExtension;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.handling.HandlingCommand.Return;
import id.pintu.routing.handling.HandlingCommand.Rule;
import id.pintu.routing.handling.HandlingCommand.Verify;
import id.pintu.routing.handling.HandlingState.HandlingPhase;
import id.pintu.routing.registry.InstitutionRegistry;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlingDeciderTest {

    private static final String SEMARANG = "D.33.74";

    @Test
    void routesASubmittedReportExactlyOnce() {
        HandlingFixture handling = new HandlingFixture();

        assertThat(names(handling.handle(submitted(pothole())))).containsExactly("complaint-routed");
        assertThat(handling.emitted.getFirst()).isInstanceOfSatisfying(ComplaintRouted.class, routed -> {
            assertThat(routed.stamp())
                    .isEqualTo(EventMetadata.causedBy(submitted(pothole()), ComplaintRouted.class, NOW));
            assertThat(routed.institution().code()).isEqualTo(SEMARANG);
            assertThat(routed.unit()).contains("Dinas PUPR");
            assertThat(routed.assignment()).isOne();
        });
        assertThat(handling.handle(withdrawn())).isEmpty();
        assertThat(handling.handle(contested())).isEmpty();
        assertThat(handling.handle(rated())).isEmpty();
        assertThat(handling.handle(closed())).isEmpty();
    }

    /** Repeats are detected on a thread of their own, which may be ahead of the decider. */
    @Test
    void linksARepeatWhoseSubmissionItHasNotReadYet() {
        HandlingFixture handling = new HandlingFixture();
        ComplaintId first = ComplaintId.of(new byte[8]);

        handling.execute(new Link(id("link"), ID, first, DuplicateType.SAME_WORDS));
        assertThat(names(handling.emitted)).containsExactly("repeat-found");
        handling.handle(submitted(pothole()));
        assertThat(handling.state.family().repeats()).contains(first);
        assertThat(handling.state.phase()).isEqualTo(HandlingPhase.AT_INSTITUTION);
    }

    @Test
    void holdsAnUncertainReportForTheDesk() {
        HandlingFixture handling = new HandlingFixture().after(submitted(withText("halo")));

        assertThat(names(handling.emitted)).containsExactly("complaint-held-for-desk");
        assertThat(handling.responsible()).isEqualTo("desk");
        assertThat(handling.state.phase()).isEqualTo(HandlingPhase.AT_DESK);
    }

    @ParameterizedTest(name = "{1} while {0}: {2}")
    @CsvSource({
        "unknown,  verify,      unknown-complaint",
        "unknown,  dispose,     unknown-complaint",
        "unknown,  archive,     unknown-complaint",
        "at-desk,  verify,      not-responsible",
        "at-desk,  return,      not-responsible",
        "at-desk,  dispose,     complaint-routed",
        "at-desk,  archive,     complaint-archived",
        "assigned, verify,      complaint-verified",
        "assigned, assign-unit, unit-assigned",
        "assigned, assign-person, officer-assigned",
        "assigned, note,        note-added",
        "assigned, extend,      extension-requested",
        "assigned, elsewhere,   closure-points-elsewhere",
        "answered, note,        note-added",
        "answered, assign-person, answered",
        "answered, extend,      answered",
        "at-desk,  note,        not-responsible",
        "ended,    note,        ended",
        "assigned, ask,         clarification-asked",
        "assigned, follow-up,   follow-up-posted",
        "assigned, resolve,     complaint-resolved",
        "assigned, return,      complaint-returned",
        "assigned, stranger,    not-responsible",
        "assigned, dispose,     not-at-desk",
        "assigned, archive,     not-at-desk",
        "answered, verify,      answered",
        "answered, resolve,     answered",
        "answered, return,      answered",
        "answered, stranger,    not-responsible",
        "answered, dispose,     not-at-desk",
        "answered, archive,     not-at-desk",
        "unknown,  reclassify,  unknown-complaint",
        "unknown,  desk-reclassify, unknown-complaint",
        "at-desk,  reclassify,  not-responsible",
        "at-desk,  desk-reclassify, complaint-reclassified",
        "assigned, reclassify,  complaint-reclassified",
        "assigned, desk-reclassify, complaint-reclassified",
        "assigned, same-kind,   same-kind",
        "answered, reclassify,  answered",
        "answered, desk-reclassify, answered",
        "closed,   reclassify,  ended",
        "ended,    desk-reclassify, ended",
        "closed,   verify,      ended",
        "closed,   dispose,     ended",
        "ended,    verify,      ended",
        "ended,    dispose,     ended",
        "ended,    archive,     ended",
    })
    void acceptsOrRefusesCommandsByPhase(String moment, String command, String expected) {
        HandlingFixture handling = handlingAt(moment);
        String answer = switch (handling.execute(command(command))) {
            case CommandDecision.Accepted accepted ->
                EventJsonCodec.wireName(accepted.events().getFirst());
            case CommandDecision.Refused refused -> refused.code();
        };

        assertThat(answer).isEqualTo(expected);
    }

    @Test
    void refusesAnAssignmentToAnUnknownInstitution() {
        HandlingFixture handling = handlingAt("at-desk");

        assertThat(handling.execute(new Dispose(id("c"), ID, "K.NONE", List.of())))
                .isEqualTo(new CommandDecision.Refused("no-such-institution", "There is no institution K.NONE."));
    }

    @Test
    void assignsByTheDesksDecisionWithItsReason() {
        HandlingFixture handling = handlingAt("at-desk");
        handling.execute(new Dispose(id("c"), ID, "K.DAGRI", List.of()));

        assertThat(handling.emitted.getLast())
                .isInstanceOfSatisfying(
                        ComplaintRouted.class,
                        routed -> assertThat(routed.reason())
                                .isEqualTo(new RoutingReason("national-desk-decision", List.of())));
        assertThat(handling.responsible()).isEqualTo("K.DAGRI");
    }

    @Test
    void emitsReturnTransferAndRoutingOfOneCommandTogether() {
        HandlingFixture handling = handlingAt("at-desk");
        handling.execute(new Dispose(id("1"), ID, "K.DAGRI", List.of()));
        handling.emitted.clear();
        handling.execute(new Return(id("2"), ID, "K.DAGRI", "Bukan wewenang", Optional.of(SEMARANG)));

        assertThat(handling.emitted.get(0)).isInstanceOf(ComplaintReturned.class);
        assertThat(handling.emitted.get(1))
                .isEqualTo(new ComplaintTransferred(
                        EventMetadata.of(ID, id("2"), ComplaintTransferred.class, NOW), "K.DAGRI", SEMARANG));
        assertThat(handling.emitted.get(2)).isInstanceOfSatisfying(ComplaintRouted.class, routed -> {
            assertThat(routed.institution().code()).isEqualTo(SEMARANG);
            assertThat(routed.assignment()).isEqualTo(2);
            assertThat(routed.reason())
                    .isEqualTo(new RoutingReason(
                            "suggested-by-institution", List.of(new ReasonFact("suggested-by=K.DAGRI"))));
        });
        assertThat(handling.emitted).hasSize(3);
        assertThat(handling.emitted).extracting(ComplaintEvent::id).doesNotHaveDuplicates();
        assertThat(handling.state.quarrel().refusedBy()).containsExactly("K.DAGRI");
    }

    @Test
    void routesByTheRulesOrHoldsForTheDeskWithoutASuggestion() {
        HandlingFixture handling = new HandlingFixture();
        handling.handle(submitted(pothole()));
        handling.emitted.clear();
        handling.execute(new Return(id("1"), ID, SEMARANG, "Bukan wewenang", Optional.empty()));

        assertThat(names(handling.emitted)).containsExactly("complaint-returned", "complaint-held-for-desk");
        assertThat(handling.emitted.getLast())
                .isInstanceOfSatisfying(
                        ComplaintHeldForDesk.class,
                        held -> assertThat(held.reason().facts())
                                .extracting(ReasonFact::text)
                                .contains("refused-by=" + SEMARANG));
        assertThat(handling.responsible()).isEqualTo("desk");
    }

    @ParameterizedTest
    @CsvSource({"D.33.74", "K.NONE", "P.33"})
    void ignoresASuggestionOfItselfOrOfAnUnknownOrUnconnectedInstitution(String suggested) {
        HandlingFixture handling = new HandlingFixture(HandlingFixture.rules(Set.of("P.33")));
        handling.handle(submitted(pothole()));
        handling.execute(new Return(id("1"), ID, SEMARANG, "Bukan wewenang", Optional.of(suggested)));

        assertThat(handling.responsible()).isEqualTo("desk");
    }

    @Test
    void neverFollowsASuggestionBackToAnInstitutionThatRefused() {
        HandlingFixture handling = new HandlingFixture();
        handling.handle(submitted(pothole()));
        handling.execute(new Return(id("1"), ID, SEMARANG, "Bukan wewenang", Optional.of("P.33")));
        assertThat(handling.responsible()).isEqualTo("P.33");
        handling.execute(new Return(id("2"), ID, "P.33", "Bukan wewenang", Optional.of(SEMARANG)));

        assertThat(handling.responsible()).isEqualTo("desk");
        assertThat(handling.state.quarrel().refusedBy()).containsExactly(SEMARANG, "P.33");
    }

    @Test
    void reopensAtTheInstitutionThatAnsweredWhenContested() {
        HandlingFixture handling = handlingAt("answered").after(contested());

        assertThat(handling.state.phase()).isEqualTo(HandlingPhase.AT_INSTITUTION);
        assertThat(handling.responsible()).isEqualTo(SEMARANG);
        assertThat(handling.execute(command("resolve"))).isInstanceOf(CommandDecision.Accepted.class);
    }

    @Test
    void contestAndClosureOfTheSameMomentGiveTheSameStateInAnyOrder() {
        assertThat(handlingAt("answered").after(closed(), contested()).state)
                .isEqualTo(handlingAt("answered").after(contested(), closed()).state)
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(handlingAt("answered").after(contested()).state);
    }

    static Stream<List<HandlingCommand>> ownStepsFromSubmission() {
        return Stream.of(
                List.of(),
                List.of(new Verify(id("1"), ID, SEMARANG)),
                List.of(new Return(id("1"), ID, SEMARANG, "No", Optional.of("P.33"))),
                List.of(new Return(id("1"), ID, SEMARANG, "No", Optional.empty())),
                List.of(
                        new Return(id("1"), ID, SEMARANG, "No", Optional.empty()),
                        new Archive(id("2"), ID, ArchiveReasonCode.TOO_GENERAL, "Too general")),
                List.of(
                        new Return(id("1"), ID, SEMARANG, "No", Optional.empty()),
                        new Dispose(id("2"), ID, "K.DAGRI", List.of())),
                List.of(new Resolve(id("1"), ID, SEMARANG, "Done")));
    }

    /** Intake emitted complaint-withdrawn before it consumed these steps; routing took them before it consumed that. */
    @ParameterizedTest
    @MethodSource("ownStepsFromSubmission")
    void aWithdrawalGivesTheSameStateAtAnyPositionAmongOwnEvents(List<HandlingCommand> steps) {
        HandlingFixture handling = new HandlingFixture();
        handling.handle(submitted(pothole()));
        steps.forEach(handling::execute);
        handling.handle(withdrawn());

        for (int position = 0; position <= handling.emitted.size(); position++) {
            HandlingState folded = handling.rules.evolve(HandlingState.UNKNOWN, submitted(pothole()));
            for (int i = 0; i < handling.emitted.size(); i++) {
                folded = i == position ? handling.rules.evolve(folded, withdrawn()) : folded;
                folded = handling.rules.evolve(folded, handling.emitted.get(i));
            }
            folded = position == handling.emitted.size() ? handling.rules.evolve(folded, withdrawn()) : folded;
            assertThat(folded).isEqualTo(handling.state);
        }
    }

    @Test
    void needsARulingWhenInstitutionsSuggestEachOther() {
        HandlingFixture handling = new HandlingFixture();
        handling.handle(submitted(pothole()));
        handling.execute(new Return(id("1"), ID, SEMARANG, "Jalan provinsi", Optional.of("P.33")));
        handling.execute(new Return(id("2"), ID, "P.33", "Jalan kota", Optional.of(SEMARANG)));

        assertThat(handling.emitted.getLast())
                .isInstanceOfSatisfying(
                        ComplaintHeldForDesk.class,
                        held -> assertThat(held.dispute()).contains(DisputeCause.CYCLE));
        assertThat(handling.execute(new Dispose(id("3"), ID, SEMARANG, List.of())))
                .isInstanceOfSatisfying(
                        CommandDecision.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("needs-a-ruling"));
        handling.execute(new Rule(id("4"), ID, SEMARANG, "SK Gubernur: jalan kota"));

        assertThat(handling.responsible()).isEqualTo(SEMARANG);
        assertThat(handling.emitted.get(handling.emitted.size() - 2))
                .isInstanceOfSatisfying(RulingGiven.class, ruling -> {
                    assertThat(ruling.institution()).isEqualTo(SEMARANG);
                    assertThat(ruling.against()).containsExactly(SEMARANG, "P.33");
                });
        assertThat(handling.execute(new Return(id("5"), ID, SEMARANG, "Tetap bukan", Optional.empty())))
                .isInstanceOfSatisfying(
                        CommandDecision.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("bound-by-ruling"));
    }

    @Test
    void keepsRefusalsAndLikelyInstitutionsForTheArbiter() {
        HandlingFixture handling = new HandlingFixture();
        handling.handle(submitted(pothole()));
        handling.execute(new Return(id("1"), ID, SEMARANG, "Jalan provinsi", Optional.of("P.33")));
        handling.execute(new Return(id("2"), ID, "P.33", "Jalan kota", Optional.of(SEMARANG)));

        assertThat(handling.state.quarrel().refusals())
                .containsExactly(
                        new InstitutionRefusal(SEMARANG, "Jalan provinsi", Optional.of("P.33")),
                        new InstitutionRefusal("P.33", "Jalan kota", Optional.of(SEMARANG)));
        assertThat(handling.state.reason().flatMap(RoutingReason::assessment))
                .hasValueSatisfying(
                        assessment -> assertThat(assessment.choices().getFirst().institution())
                                .isEqualTo(SEMARANG));
    }

    @Test
    void givesTheGroundsOfTheRulingInTheReason() {
        HandlingFixture handling = new HandlingFixture();
        handling.handle(submitted(pothole()));
        handling.execute(new Return(id("1"), ID, SEMARANG, "Jalan provinsi", Optional.of("P.33")));
        handling.execute(new Return(id("2"), ID, "P.33", "Jalan kota", Optional.of(SEMARANG)));
        handling.execute(new Rule(id("3"), ID, "P.33", "SK Gubernur"));

        assertThat(handling.state.reason())
                .hasValueSatisfying(reason ->
                        assertThat(reason.facts()).extracting(ReasonFact::text).contains("grounds=SK Gubernur"));
    }

    /** By rules, desk, suggestion or ruling: the overseeing institution always gets a part, so that none judges its own case. */
    @Test
    void givesAPartToTheOverseeingInstitutionWhoeverDecides() {
        HandlingFixture byDesk = new HandlingFixture().after(submitted(withText("Oknum petugas tidak jelas")));
        assertThat(byDesk.responsible()).isEqualTo("desk");
        byDesk.execute(new Dispose(id("1"), ID, SEMARANG, List.of("P.33", "K.DAGRI", SEMARANG)));
        assertThat(overseers(byDesk)).containsExactly("P.33", "K.DAGRI");
        assertThat(byDesk.state.reason().orElseThrow().facts())
                .extracting(ReasonFact::text)
                .containsExactly("own-officers=perbuatan oknum petugas", "overseer=Pemerintah Provinsi Jawa Tengah");

        byDesk.emitted.clear();
        byDesk.execute(new Return(id("2"), ID, SEMARANG, "Bukan", Optional.of("D.33.22")));
        assertThat(names(byDesk.emitted)).as("P.33 has its part already").doesNotContain("complaint-split");
        byDesk.execute(new Return(id("3"), ID, "D.33.22", "Bukan", Optional.of(SEMARANG)));
        byDesk.execute(new Rule(id("4"), ID, "D.35.18", "Pegawai Nganjuk"));
        assertThat(overseers(byDesk)).containsExactly("P.35");
    }

    private static List<String> overseers(HandlingFixture handling) {
        return handling.emitted.stream()
                .filter(ComplaintSplit.class::isInstance)
                .flatMap(split -> ((ComplaintSplit) split).parts().stream())
                .map(part -> part.institution().code())
                .toList();
    }

    @Test
    void holdsForTheArbiterAfterThreeTransfers() {
        HandlingFixture handling = new HandlingFixture();
        handling.handle(submitted(pothole()));
        handling.execute(new Return(id("1"), ID, SEMARANG, "Bukan", Optional.of("P.33")));
        handling.execute(new Return(id("2"), ID, "P.33", "Bukan", Optional.of("K.PU")));
        handling.execute(new Return(id("3"), ID, "K.PU", "Bukan", Optional.of("K.DAGRI")));
        assertThat(handling.responsible()).isEqualTo("K.DAGRI");
        handling.execute(new Return(id("4"), ID, "K.DAGRI", "Bukan", Optional.of("D.35.18")));

        assertThat(handling.responsible()).isEqualTo("desk");
        assertThat(handling.state.quarrel().dispute()).contains(DisputeCause.TRANSFERS_USED_UP);
    }

    @Test
    void laterDecisionsFollowAndCiteARuling() {
        BundledTablesLoader tables = new BundledTablesLoader();
        InstitutionRegistry registry = tables.registry();
        RulingPrecedentIndex precedents = new RulingPrecedentIndex(() -> registry);
        ComplaintRouter router = new ComplaintRouter(tables.knowledge(registry), LearnedRoutingModel.untrained());
        HandlingDecider rules = new HandlingDecider(() -> router, precedents, () -> registry);
        HandlingFixture first = new HandlingFixture(rules);
        first.handle(submitted(pothole()));
        first.execute(new Return(id("1"), ID, SEMARANG, "Jalan nasional", Optional.of("P.33")));
        first.execute(new Return(id("2"), ID, "P.33", "Jalan kota", Optional.of(SEMARANG)));
        first.execute(new Rule(id("3"), ID, "K.PU", "Jalan nasional"));
        first.emitted.stream()
                .filter(RulingGiven.class::isInstance)
                .flatMap(ruling -> RulingPrecedentIndex.fromRuling((RulingGiven) ruling).stream())
                .forEach(precedents::add);

        HandlingFixture second = new HandlingFixture(rules);
        second.handle(submitted(pothole()));

        assertThat(second.responsible()).isEqualTo("K.PU");
        assertThat(second.emitted.getLast())
                .isInstanceOfSatisfying(
                        ComplaintRouted.class,
                        routed -> assertThat(routed.reason().facts())
                                .extracting(ReasonFact::text)
                                .contains("precedent=" + ID, "not=" + SEMARANG));
    }

    @Test
    void splitsIntoOnePartForEachFurtherInstitution() {
        HandlingFixture handling = handlingAt("at-desk");
        handling.execute(new Dispose(id("1"), ID, SEMARANG, List.of("B.PLN", SEMARANG, "B.PLN")));

        assertThat(handling.responsible()).isEqualTo(SEMARANG);
        assertThat(handling.emitted.getLast())
                .isInstanceOfSatisfying(
                        ComplaintSplit.class,
                        split -> assertThat(split.parts())
                                .extracting(ComplaintPart::complaintId)
                                .containsExactly(ID.partFor("B.PLN")));
        assertThat(handling.state.family().parts()).containsExactly(ID.partFor("B.PLN"));
    }

    @Test
    void givesTheOverseeingInstitutionOnePartHoweverOftenTheWholeIsTransferred() {
        SubmittedReport pungli = SampleReports.report(
                IntakeChannel.WEB,
                "Ada pungli saat mengurus KTP di Kota Semarang",
                SampleReports.placeIn("33.74"),
                Optional.of(SEMARANG));
        HandlingFixture handling = new HandlingFixture().after(submitted(pungli));

        assertThat(handling.responsible()).isEqualTo(SEMARANG);
        assertThat(handling.state.family().parts()).containsExactly(ID.partFor("P.33"));
        handling.execute(new Return(id("1"), ID, SEMARANG, "Kewenangan lain", Optional.empty()));
        assertThat(handling.state.family().parts()).doesNotHaveDuplicates();
    }

    @Test
    void holdsAReturnedPartForTheDesk() {
        HandlingFixture part = new HandlingFixture();
        InstitutionRef pln = new InstitutionRef("B.PLN", "PT PLN (Persero)", ZoneId.of("Asia/Jakarta"));
        part.execute(new OpenPart(
                id("open"), ID, ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}), pln, "tiang", NOW, pothole()));

        part.execute(new Return(id("no"), ID, "B.PLN", "Bukan tiang kami", Optional.empty()));

        assertThat(part.responsible()).isEqualTo("desk");
        assertThat(part.state.reason().orElseThrow().rule()).isEqualTo("part-returned");
    }

    @Test
    void opensAPartAsAComplaintOfItsOwn() {
        HandlingFixture part = new HandlingFixture();
        ComplaintId whole = ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        InstitutionRef pln = new InstitutionRef("B.PLN", "PT PLN (Persero)", ZoneId.of("Asia/Jakarta"));
        HandlingCommand open = new OpenPart(id("open"), ID, whole, pln, "tiang listrik", NOW, pothole());

        part.execute(open);

        assertThat(names(part.emitted)).containsExactly("part-opened", "complaint-routed");
        assertThat(part.responsible()).isEqualTo("B.PLN");
        assertThat(part.state.family().partOf()).contains(whole);
        assertThat(part.execute(open)).isInstanceOf(CommandDecision.Refused.class);
        assertThat(part.execute(new Resolve(id("done"), ID, "B.PLN", "Tiang diganti")))
                .isInstanceOf(CommandDecision.Accepted.class);
    }

    @Test
    void holdsAnArchivedReportForTheDeskOnceWhenContested() {
        HandlingFixture handling = handlingAt("at-desk");
        handling.execute(command("archive"));
        assertThat(handling.state.phase()).isEqualTo(HandlingPhase.ARCHIVED);

        handling.handle(contested());

        assertThat(handling.emitted.getLast())
                .isInstanceOfSatisfying(
                        ComplaintHeldForDesk.class,
                        held -> assertThat(held.reason().rule()).isEqualTo("archive-contested"));
        handling.execute(new Archive(id("again"), ID, ArchiveReasonCode.TOO_GENERAL, "Terlalu umum"));
        assertThat(handling.state.phase()).isEqualTo(HandlingPhase.ENDED);
    }

    @Test
    void consumesOnlyEventsThatChangeItsState() {
        HandlingDecider rules = new HandlingFixture().rules;

        assertThat(EventJsonCodec.types().entrySet().stream()
                        .filter(type -> rules.consumes(type.getValue()))
                        .map(type -> type.getKey()))
                .containsExactlyInAnyOrder(
                        "deadline-set",
                        "deadline-moved",
                        "deadline-paused",
                        "deadline-met",
                        "deadline-missed", // for the feed
                        "complaint-submitted",
                        "complaint-replied",
                        "complaint-withdrawn",
                        "complaint-contested",
                        "complaint-rated",
                        "clarification-asked",
                        "complaint-held-for-desk",
                        "complaint-reclassified",
                        "complaint-routed",
                        "complaint-split",
                        "part-opened",
                        "repeat-found",
                        "ruling-given",
                        "complaint-returned",
                        "complaint-archived",
                        "complaint-verified",
                        "unit-assigned",
                        "officer-assigned",
                        "note-added",
                        "complaint-resolved",
                        "complaint-closed");
    }

    @Test
    void anOfficerHasItUntilAnotherOneOrAnotherInstitutionGetsIt() {
        HandlingFixture handling = handlingAt("assigned");
        handling.execute(command("assign-person"));
        assertThat(handling.state.assignee()).contains("account-1");

        handling.execute(new AssignPerson(id("nobody"), ID, SEMARANG, Optional.empty()));
        assertThat(handling.state.assignee()).isEmpty();

        handling.execute(new AssignPerson(id("again"), ID, SEMARANG, Optional.of("account-2")));
        handling.execute(new Return(id("return"), ID, SEMARANG, "Jalan provinsi", Optional.of("P.33")));
        assertThat(handling.state.assignee()).isEmpty();
    }

    @Test
    void theVersionIsTheNumberOfEventsFolded() {
        HandlingFixture handling = new HandlingFixture();
        handling.handle(submitted(pothole()));
        handling.handle(submitted(pothole()));
        handling.execute(command("note"));
        handling.execute(command("follow-up"));

        assertThat(names(handling.emitted)).hasSize(3);
        assertThat(handling.state.version()).isEqualTo(4);
        assertThat(handling.rules.version(handling.state)).hasValue(4);
    }

    /** What an institution is told it may do is what the decider accepts. */
    @ParameterizedTest(name = "while {0}")
    @ValueSource(strings = {"unknown", "at-desk", "assigned", "answered", "closed", "ended"})
    void theOpenActsAreThoseThatAreAccepted(String moment) {
        HandlingFixture handling = handlingAt(moment);

        for (InstitutionAct act : InstitutionAct.values()) {
            assertThat(act.isOpen(handling.state, SEMARANG))
                    .as("%s while %s", act, moment)
                    .isEqualTo(
                            handling.rules.decide(handling.state, command(act.wireName()), NOW)
                                    instanceof CommandDecision.Accepted);
            assertThat(act.isOpen(handling.state, "K.PU")).isFalse();
        }
    }

    @Test
    void whatIsVerifiedNeedNoVerificationAndWhatIsRuledCannotBeReturned() {
        HandlingFixture handling = handlingAt("assigned");
        handling.execute(command("verify"));
        assertThat(InstitutionAct.VERIFY.isOpen(handling.state, SEMARANG)).isFalse();
        assertThat(InstitutionAct.RETURN.isOpen(
                        handling.state.with(handling.state.quarrel().withRuling()), SEMARANG))
                .isFalse();
    }

    private static HandlingFixture handlingAt(String moment) {
        HandlingFixture handling = new HandlingFixture();
        switch (moment) {
            case "unknown" -> {}
            case "at-desk" -> handling.handle(submitted(withText("halo")));
            case "assigned" -> handling.handle(submitted(pothole()));
            case "answered" -> handling.after(submitted(pothole())).execute(command("resolve"));
            case "closed" -> {
                handling.after(submitted(pothole())).execute(command("resolve"));
                handling.handle(closed());
            }
            case "ended" -> handling.after(submitted(pothole()), withdrawn());
            default -> throw new IllegalArgumentException(moment);
        }
        return handling;
    }

    private static HandlingCommand command(String name) {
        return switch (name) {
            case "verify" -> new Verify(id(name), ID, SEMARANG);
            case "assign-unit" -> new AssignUnit(id(name), ID, SEMARANG, "Dinas PU");
            case "assign-person" -> new AssignPerson(id(name), ID, SEMARANG, Optional.of("account-1"));
            case "note" -> new AddNote(id(name), ID, SEMARANG, "Pernah dilaporkan");
            case "extend" -> new RequestExtension(id(name), ID, SEMARANG, "Menunggu suku cadang");
            case "elsewhere" -> new Resolve(id(name), ID, SEMARANG, "Bukan wewenang kami, silakan hubungi PLN.");
            case "ask" -> new Ask(id(name), ID, SEMARANG, "Di mana?");
            case "follow-up" -> new FollowUp(id(name), ID, SEMARANG, "Sedang dikerjakan");
            case "resolve" -> new Resolve(id(name), ID, SEMARANG, "Selesai");
            case "return" -> new Return(id(name), ID, SEMARANG, "Bukan wewenang", Optional.empty());
            case "stranger" -> new Verify(id(name), ID, "K.PU");
            case "dispose" -> new Dispose(id(name), ID, SEMARANG, List.of());
            case "reclassify" ->
                new Reclassify(
                        id(name), ID, Optional.of(SEMARANG), ComplaintKind.SUPERVISORY_COMPLAINT, "Dugaan pungli");
            case "desk-reclassify" ->
                new Reclassify(id(name), ID, Optional.empty(), ComplaintKind.SUPERVISORY_COMPLAINT, "Dugaan pungli");
            case "same-kind" ->
                new Reclassify(id(name), ID, Optional.of(SEMARANG), ComplaintKind.COMPLAINT, "Dugaan pungli");
            case "archive" -> new Archive(id(name), ID, ArchiveReasonCode.TOO_GENERAL, "Terlalu umum");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static List<String> names(List<ComplaintEvent> events) {
        return events.stream().map(EventJsonCodec::wireName).toList();
    }
}
