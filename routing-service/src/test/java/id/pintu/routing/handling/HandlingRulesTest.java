package id.pintu.routing.handling;

import static id.pintu.routing.Reports.ID;
import static id.pintu.routing.Reports.pothole;
import static id.pintu.routing.Reports.saying;
import static id.pintu.routing.handling.Lives.NOW;
import static id.pintu.routing.handling.Lives.closed;
import static id.pintu.routing.handling.Lives.contested;
import static id.pintu.routing.handling.Lives.id;
import static id.pintu.routing.handling.Lives.rated;
import static id.pintu.routing.handling.Lives.submitted;
import static id.pintu.routing.handling.Lives.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.Door;
import id.pintu.events.EventJson;
import id.pintu.events.Institution;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.ArchiveGround;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.Dispute;
import id.pintu.events.RoutingEvent.Part;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.Stamp;
import id.pintu.house.ledger.CommandDecider.Verdict;
import id.pintu.routing.Reports;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.Experience;
import id.pintu.routing.decision.Router;
import id.pintu.routing.handling.Handling.Phase;
import id.pintu.routing.handling.Handling.Refusal;
import id.pintu.routing.handling.HandlingCommand.Archive;
import id.pintu.routing.handling.HandlingCommand.Ask;
import id.pintu.routing.handling.HandlingCommand.AssignUnit;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.handling.HandlingCommand.FollowUp;
import id.pintu.routing.handling.HandlingCommand.OpenPart;
import id.pintu.routing.handling.HandlingCommand.Reclassify;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.handling.HandlingCommand.Return;
import id.pintu.routing.handling.HandlingCommand.Rule;
import id.pintu.routing.handling.HandlingCommand.Verify;
import id.pintu.routing.registry.Registry;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HandlingRulesTest {

    private static final String SEMARANG = "D.33.74";

    @Test
    void aSubmittedReportGetsItsPlaceAtOnceAndOnce() {
        Lives life = new Lives();

        assertThat(names(life.hears(submitted(pothole())))).containsExactly("complaint-routed");
        assertThat(life.said.getFirst()).isInstanceOfSatisfying(ComplaintRouted.class, routed -> {
            assertThat(routed.stamp()).isEqualTo(Stamp.after(submitted(pothole()), ComplaintRouted.class, NOW));
            assertThat(routed.institution().code()).isEqualTo(SEMARANG);
            assertThat(routed.unit()).contains("Dinas PUPR");
            assertThat(routed.assignment()).isOne();
        });
        assertThat(life.hears(withdrawn())).isEmpty();
        assertThat(life.hears(contested())).isEmpty();
        assertThat(life.hears(rated())).isEmpty();
        assertThat(life.hears(closed())).isEmpty();
    }

    @Test
    void aReportNobodyIsSureAboutIsHeldForTheDesk() {
        Lives life = new Lives().after(submitted(saying("halo")));

        assertThat(names(life.said)).containsExactly("complaint-held-for-desk");
        assertThat(life.responsible()).isEqualTo("desk");
        assertThat(life.state.phase()).isEqualTo(Phase.AT_DESK);
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
    void allowsAtEachMomentWhatMakesSenseThen(String moment, String command, String expected) {
        Lives life = life(moment);
        String answer = switch (life.asked(command(command))) {
            case Verdict.Accepted accepted ->
                EventJson.wireName(accepted.events().getFirst());
            case Verdict.Refused refused -> refused.code();
        };

        assertThat(answer).isEqualTo(expected);
    }

    @Test
    void theDeskCannotDisposeToWhoDoesNotExist() {
        Lives life = life("at-desk");

        assertThat(life.asked(new Dispose(id("c"), ID, "K.NONE", List.of())))
                .isEqualTo(new Verdict.Refused("no-such-institution", "There is no institution K.NONE."));
    }

    @Test
    void theDesksDecisionIsAnAssignmentWithItsReason() {
        Lives life = life("at-desk");
        life.asked(new Dispose(id("c"), ID, "K.DAGRI", List.of()));

        assertThat(life.said.getLast())
                .isInstanceOfSatisfying(
                        ComplaintRouted.class,
                        routed ->
                                assertThat(routed.reason()).isEqualTo(new Reason("national-desk-decision", List.of())));
        assertThat(life.responsible()).isEqualTo("K.DAGRI");
    }

    @Test
    void whatIsNotTheirsIsReturnedTransferredAndRoutedInOneBreath() {
        Lives life = life("at-desk");
        life.asked(new Dispose(id("1"), ID, "K.DAGRI", List.of()));
        life.said.clear();
        life.asked(new Return(id("2"), ID, "K.DAGRI", "Bukan wewenang", Optional.of(SEMARANG)));

        assertThat(life.said.get(0)).isInstanceOf(ComplaintReturned.class);
        assertThat(life.said.get(1))
                .isEqualTo(new ComplaintTransferred(
                        Stamp.of(ID, id("2"), ComplaintTransferred.class, NOW), "K.DAGRI", SEMARANG));
        assertThat(life.said.get(2)).isInstanceOfSatisfying(ComplaintRouted.class, routed -> {
            assertThat(routed.institution().code()).isEqualTo(SEMARANG);
            assertThat(routed.assignment()).isEqualTo(2);
            assertThat(routed.reason())
                    .isEqualTo(new Reason("suggested-by-institution", List.of("suggested-by=K.DAGRI")));
        });
        assertThat(life.said).hasSize(3);
        assertThat(life.said).extracting(ComplaintEvent::id).doesNotHaveDuplicates();
        assertThat(life.state.quarrel().refusedBy()).containsExactly("K.DAGRI");
    }

    @Test
    void withoutASuggestionTheRulesRouteAnewOrTheDeskTakesOver() {
        Lives life = new Lives();
        life.hears(submitted(pothole()));
        life.said.clear();
        life.asked(new Return(id("1"), ID, SEMARANG, "Bukan wewenang", Optional.empty()));

        assertThat(names(life.said)).containsExactly("complaint-returned", "complaint-held-for-desk");
        assertThat(life.said.getLast())
                .isInstanceOfSatisfying(
                        ComplaintHeldForDesk.class,
                        held -> assertThat(held.reason().facts()).contains("refused-by=" + SEMARANG));
        assertThat(life.responsible()).isEqualTo("desk");
    }

    @ParameterizedTest
    @CsvSource({"D.33.74", "K.NONE", "P.33"})
    void aSuggestionOfOneselfOfNobodyOrOfWhoIsNotConnectedIsPassedOver(String suggested) {
        Lives life = new Lives(Lives.rules(Set.of("P.33")));
        life.hears(submitted(pothole()));
        life.asked(new Return(id("1"), ID, SEMARANG, "Bukan wewenang", Optional.of(suggested)));

        assertThat(life.responsible()).isEqualTo("desk");
    }

    @Test
    void aSuggestionNeverSendsItBackToWhoRefused() {
        Lives life = new Lives();
        life.hears(submitted(pothole()));
        life.asked(new Return(id("1"), ID, SEMARANG, "Bukan wewenang", Optional.of("P.33")));
        assertThat(life.responsible()).isEqualTo("P.33");
        life.asked(new Return(id("2"), ID, "P.33", "Bukan wewenang", Optional.of(SEMARANG)));

        assertThat(life.responsible()).isEqualTo("desk");
        assertThat(life.state.quarrel().refusedBy()).containsExactly(SEMARANG, "P.33");
    }

    @Test
    void aContestGivesItBackToWhoAnswered() {
        Lives life = life("answered").after(contested());

        assertThat(life.state.phase()).isEqualTo(Phase.AT_INSTITUTION);
        assertThat(life.responsible()).isEqualTo(SEMARANG);
        assertThat(life.asked(command("resolve"))).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void aContestAndACloseOfTheSameMomentEndAlike() {
        assertThat(life("answered").after(closed(), contested()).state)
                .isEqualTo(life("answered").after(contested(), closed()).state)
                .isEqualTo(life("answered").after(contested()).state);
    }

    static Stream<List<HandlingCommand>> ownStepsFromSubmission() {
        return Stream.of(
                List.of(),
                List.of(new Verify(id("1"), ID, SEMARANG)),
                List.of(new Return(id("1"), ID, SEMARANG, "No", Optional.of("P.33"))),
                List.of(new Return(id("1"), ID, SEMARANG, "No", Optional.empty())),
                List.of(
                        new Return(id("1"), ID, SEMARANG, "No", Optional.empty()),
                        new Archive(id("2"), ID, ArchiveGround.TOO_GENERAL, "Too general")),
                List.of(
                        new Return(id("1"), ID, SEMARANG, "No", Optional.empty()),
                        new Dispose(id("2"), ID, "K.DAGRI", List.of())),
                List.of(new Resolve(id("1"), ID, SEMARANG, "Done")));
    }

    /** Intake said complaint-withdrawn before it heard of these steps; routing took them before it heard of that. */
    @ParameterizedTest
    @MethodSource("ownStepsFromSubmission")
    void itDoesNotMatterWhereAWithdrawalStandsAmongTheServicesOwnWords(List<HandlingCommand> steps) {
        Lives life = new Lives();
        life.hears(submitted(pothole()));
        steps.forEach(life::asked);
        life.hears(withdrawn());

        for (int place = 0; place <= life.said.size(); place++) {
            Handling folded = life.rules.evolve(Handling.UNKNOWN, submitted(pothole()));
            for (int i = 0; i < life.said.size(); i++) {
                folded = i == place ? life.rules.evolve(folded, withdrawn()) : folded;
                folded = life.rules.evolve(folded, life.said.get(i));
            }
            folded = place == life.said.size() ? life.rules.evolve(folded, withdrawn()) : folded;
            assertThat(folded).isEqualTo(life.state);
        }
    }

    @Test
    void institutionsThatPointAtEachOtherGetARuling() {
        Lives life = new Lives();
        life.hears(submitted(pothole()));
        life.asked(new Return(id("1"), ID, SEMARANG, "Jalan provinsi", Optional.of("P.33")));
        life.asked(new Return(id("2"), ID, "P.33", "Jalan kota", Optional.of(SEMARANG)));

        assertThat(life.said.getLast())
                .isInstanceOfSatisfying(
                        ComplaintHeldForDesk.class,
                        held -> assertThat(held.dispute()).contains(Dispute.CYCLE));
        assertThat(life.asked(new Dispose(id("3"), ID, SEMARANG, List.of())))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("needs-a-ruling"));
        life.asked(new Rule(id("4"), ID, SEMARANG, "SK Gubernur: jalan kota"));

        assertThat(life.responsible()).isEqualTo(SEMARANG);
        assertThat(life.said.get(life.said.size() - 2)).isInstanceOfSatisfying(RulingGiven.class, ruling -> {
            assertThat(ruling.institution()).isEqualTo(SEMARANG);
            assertThat(ruling.against()).containsExactly(SEMARANG, "P.33");
        });
        assertThat(life.asked(new Return(id("5"), ID, SEMARANG, "Tetap bukan", Optional.empty())))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("bound-by-ruling"));
    }

    @Test
    void theArbiterReadsWhatEachSaidAndWhoseItMayBe() {
        Lives life = new Lives();
        life.hears(submitted(pothole()));
        life.asked(new Return(id("1"), ID, SEMARANG, "Jalan provinsi", Optional.of("P.33")));
        life.asked(new Return(id("2"), ID, "P.33", "Jalan kota", Optional.of(SEMARANG)));

        assertThat(life.state.quarrel().refusals())
                .containsExactly(
                        new Refusal(SEMARANG, "Jalan provinsi", Optional.of("P.33")),
                        new Refusal("P.33", "Jalan kota", Optional.of(SEMARANG)));
        assertThat(life.state.reason().flatMap(Reason::assessment))
                .hasValueSatisfying(
                        assessment -> assertThat(assessment.choices().getFirst().institution())
                                .isEqualTo(SEMARANG));
    }

    @Test
    void whoIsBoundByARulingReadsItsGrounds() {
        Lives life = new Lives();
        life.hears(submitted(pothole()));
        life.asked(new Return(id("1"), ID, SEMARANG, "Jalan provinsi", Optional.of("P.33")));
        life.asked(new Return(id("2"), ID, "P.33", "Jalan kota", Optional.of(SEMARANG)));
        life.asked(new Rule(id("3"), ID, "P.33", "SK Gubernur"));

        assertThat(life.state.reason())
                .hasValueSatisfying(reason -> assertThat(reason.facts()).contains("grounds=SK Gubernur"));
    }

    /** The rules decide, the desk does, an institution names another, the arbiter rules: nobody judges his own case. */
    @Test
    void whoeverDecidesWhoWatchesOverTheOfficersGetsAPart() {
        Lives byDesk = new Lives().after(submitted(saying("Oknum petugas tidak jelas")));
        assertThat(byDesk.responsible()).isEqualTo("desk");
        byDesk.asked(new Dispose(id("1"), ID, SEMARANG, List.of("P.33", "K.DAGRI", SEMARANG)));
        assertThat(watchers(byDesk)).containsExactly("P.33", "K.DAGRI");
        assertThat(byDesk.state.reason().orElseThrow().facts())
                .containsExactly("own-officers=perbuatan oknum petugas", "overseer=Pemerintah Provinsi Jawa Tengah");

        byDesk.said.clear();
        byDesk.asked(new Return(id("2"), ID, SEMARANG, "Bukan", Optional.of("D.33.22")));
        assertThat(names(byDesk.said)).as("P.33 has its part already").doesNotContain("complaint-split");
        byDesk.asked(new Return(id("3"), ID, "D.33.22", "Bukan", Optional.of(SEMARANG)));
        byDesk.asked(new Rule(id("4"), ID, "D.35.18", "Pegawai Nganjuk"));
        assertThat(watchers(byDesk)).containsExactly("P.35");
    }

    private static List<String> watchers(Lives life) {
        return life.said.stream()
                .filter(ComplaintSplit.class::isInstance)
                .flatMap(split -> ((ComplaintSplit) split).parts().stream())
                .map(part -> part.institution().code())
                .toList();
    }

    @Test
    void afterThreeTransfersTheArbiterHasIt() {
        Lives life = new Lives();
        life.hears(submitted(pothole()));
        life.asked(new Return(id("1"), ID, SEMARANG, "Bukan", Optional.of("P.33")));
        life.asked(new Return(id("2"), ID, "P.33", "Bukan", Optional.of("K.PU")));
        life.asked(new Return(id("3"), ID, "K.PU", "Bukan", Optional.of("K.DAGRI")));
        assertThat(life.responsible()).isEqualTo("K.DAGRI");
        life.asked(new Return(id("4"), ID, "K.DAGRI", "Bukan", Optional.of("D.35.18")));

        assertThat(life.responsible()).isEqualTo("desk");
        assertThat(life.state.quarrel().dispute()).contains(Dispute.TRANSFERS_USED_UP);
    }

    @Test
    void aRulingIsAPrecedentThatLaterDecisionsCite() {
        Tables tables = new Tables();
        Registry registry = tables.registry();
        Precedents precedents = new Precedents(() -> registry);
        Router router = new Router(tables.knowledge(registry), Experience.none());
        HandlingRules rules = new HandlingRules(() -> router, precedents, () -> registry);
        Lives first = new Lives(rules);
        first.hears(submitted(pothole()));
        first.asked(new Return(id("1"), ID, SEMARANG, "Jalan nasional", Optional.of("P.33")));
        first.asked(new Return(id("2"), ID, "P.33", "Jalan kota", Optional.of(SEMARANG)));
        first.asked(new Rule(id("3"), ID, "K.PU", "Jalan nasional"));
        first.said.stream()
                .filter(RulingGiven.class::isInstance)
                .flatMap(ruling -> Precedents.of((RulingGiven) ruling).stream())
                .forEach(precedents::learn);

        Lives second = new Lives(rules);
        second.hears(submitted(pothole()));

        assertThat(second.responsible()).isEqualTo("K.PU");
        assertThat(second.said.getLast())
                .isInstanceOfSatisfying(
                        ComplaintRouted.class,
                        routed -> assertThat(routed.reason().facts()).contains("precedent=" + ID, "not=" + SEMARANG));
    }

    @Test
    void severalInstitutionsGetAPartEach() {
        Lives life = life("at-desk");
        life.asked(new Dispose(id("1"), ID, SEMARANG, List.of("B.PLN", SEMARANG, "B.PLN")));

        assertThat(life.responsible()).isEqualTo(SEMARANG);
        assertThat(life.said.getLast())
                .isInstanceOfSatisfying(
                        ComplaintSplit.class,
                        split -> assertThat(split.parts())
                                .extracting(Part::complaintId)
                                .containsExactly(ID.part("B.PLN")));
        assertThat(life.state.family().parts()).containsExactly(ID.part("B.PLN"));
    }

    @Test
    void whoWatchesOverTheOfficersIsGivenAPartOnceHoweverOftenTheWholeIsPassedOn() {
        Report pungli = Reports.report(
                Door.WEB, "Ada pungli saat mengurus KTP di Kota Semarang", Reports.in("33.74"), Optional.of(SEMARANG));
        Lives life = new Lives().after(submitted(pungli));

        assertThat(life.responsible()).isEqualTo(SEMARANG);
        assertThat(life.state.family().parts()).containsExactly(ID.part("P.33"));
        life.asked(new Return(id("1"), ID, SEMARANG, "Kewenangan lain", Optional.empty()));
        assertThat(life.state.family().parts()).doesNotHaveDuplicates();
    }

    @Test
    void aPartThatIsReturnedWaitsForTheDeskForTheRulesKnowOnlyTheWhole() {
        Lives part = new Lives();
        Institution pln = new Institution("B.PLN", "PT PLN (Persero)", ZoneId.of("Asia/Jakarta"));
        part.asked(new OpenPart(
                id("open"), ID, ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}), pln, "tiang", NOW, pothole()));

        part.asked(new Return(id("no"), ID, "B.PLN", "Bukan tiang kami", Optional.empty()));

        assertThat(part.responsible()).isEqualTo("desk");
        assertThat(part.state.reason().orElseThrow().rule()).isEqualTo("part-returned");
    }

    @Test
    void aPartIsAComplaintOfItsOwn() {
        Lives part = new Lives();
        ComplaintId whole = ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        Institution pln = new Institution("B.PLN", "PT PLN (Persero)", ZoneId.of("Asia/Jakarta"));
        HandlingCommand open = new OpenPart(id("open"), ID, whole, pln, "tiang listrik", NOW, pothole());

        part.asked(open);

        assertThat(names(part.said)).containsExactly("part-opened", "complaint-routed");
        assertThat(part.responsible()).isEqualTo("B.PLN");
        assertThat(part.state.family().partOf()).contains(whole);
        assertThat(part.asked(open)).isInstanceOf(Verdict.Refused.class);
        assertThat(part.asked(new Resolve(id("done"), ID, "B.PLN", "Tiang diganti")))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void anArchivedReportIsLookedAtOnceMoreWhenItsReporterContests() {
        Lives life = life("at-desk");
        life.asked(command("archive"));
        assertThat(life.state.phase()).isEqualTo(Phase.ARCHIVED);

        life.hears(contested());

        assertThat(life.said.getLast())
                .isInstanceOfSatisfying(
                        ComplaintHeldForDesk.class,
                        held -> assertThat(held.reason().rule()).isEqualTo("archive-contested"));
        life.asked(new Archive(id("again"), ID, ArchiveGround.TOO_GENERAL, "Terlalu umum"));
        assertThat(life.state.phase()).isEqualTo(Phase.ENDED);
    }

    @Test
    void hearsWhatChangesSomethingAndNothingElse() {
        HandlingRules rules = new Lives().rules;

        assertThat(EventJson.types().entrySet().stream()
                        .filter(type -> rules.hears(type.getValue()))
                        .map(type -> type.getKey()))
                .containsExactlyInAnyOrder(
                        "complaint-submitted",
                        "complaint-withdrawn",
                        "complaint-contested",
                        "complaint-rated",
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
                        "complaint-resolved",
                        "complaint-closed");
    }

    private static Lives life(String moment) {
        Lives life = new Lives();
        switch (moment) {
            case "unknown" -> {}
            case "at-desk" -> life.hears(submitted(saying("halo")));
            case "assigned" -> life.hears(submitted(pothole()));
            case "answered" -> life.after(submitted(pothole())).asked(command("resolve"));
            case "closed" -> {
                life.after(submitted(pothole())).asked(command("resolve"));
                life.hears(closed());
            }
            case "ended" -> life.after(submitted(pothole()), withdrawn());
            default -> throw new IllegalArgumentException(moment);
        }
        return life;
    }

    private static HandlingCommand command(String name) {
        return switch (name) {
            case "verify" -> new Verify(id(name), ID, SEMARANG);
            case "assign-unit" -> new AssignUnit(id(name), ID, SEMARANG, "Dinas PU");
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
            case "archive" -> new Archive(id(name), ID, ArchiveGround.TOO_GENERAL, "Terlalu umum");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static List<String> names(List<ComplaintEvent> events) {
        return events.stream().map(EventJson::wireName).toList();
    }
}
