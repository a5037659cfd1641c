package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintKind;
import id.pintu.events.Door;
import id.pintu.events.Report;
import id.pintu.events.Report.Place;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever anybody writes, about whatever place, and whoever is connected: exactly one place is responsible. */
class RouterLawsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Tables TABLES = new Tables();
    private static final Registry ALL = TABLES.registry();
    private static final List<String> CODES =
            ALL.institutions().stream().map(Registration::code).toList();

    /** A registry in which some are not connected, and the rules on it. */
    record World(Registry registry, Router router) {

        static World without(Predicate<String> notConnected) {
            Registry registry =
                    TABLES.registry(CODES.stream().filter(notConnected).collect(Collectors.toSet()));
            return new World(registry, new Router(TABLES.knowledge(registry), Experience.none()));
        }
    }

    private static final List<World> WORLDS = List.of(
            World.without(code -> false),
            World.without(code -> true),
            World.without(code -> code.startsWith("D.")),
            World.without(code -> code.startsWith("P.")),
            World.without(code -> code.hashCode() % 2 == 0));

    @Property(tries = 1_000)
    void routingIsTotalAndDeterministicAndNeverAsksWhoIsNotConnectedOrRefused(
            @ForAll("worlds") World world,
            @ForAll("reports") Report report,
            @ForAll("refusals") Set<String> refusedBy) {
        RoutingDecision decision = world.router().decide(report, refusedBy, DAY);

        assertThat(decision.reason().rule()).isNotBlank();
        assertThat(world.router().decide(report, refusedBy, DAY)).isEqualTo(decision);
        List<Assign> places = switch (decision) {
            case Assign assign -> List.of(assign);
            case AssignSeveral several -> several.parts();
            case Hold hold -> List.of();
        };
        assertThat(places)
                .extracting(Assign::institution)
                .doesNotHaveDuplicates()
                .allMatch(Registration::connected)
                .allMatch(each -> world.registry().institution(each.code()).equals(Optional.of(each)));
        assertThat(places)
                .filteredOn(each -> !each.reason().rule().equals("oversight"))
                .noneMatch(each -> refusedBy.contains(each.institution().code()));
    }

    @Property(tries = 500)
    void whoRefusesOneAfterTheOtherEndsAtTheDesk(@ForAll("worlds") World world, @ForAll("reports") Report report) {
        Set<String> refusedBy = new HashSet<>();
        while (world.router().decide(report, refusedBy, DAY) instanceof Assign assign) {
            assertThat(refusedBy.add(assign.institution().code())).isTrue();
        }
        assertThat(refusedBy).hasSizeLessThanOrEqualTo(8); // four rules, each with a province behind it
    }

    @Property(tries = 500)
    void theReasonQuotesNobodyButTheTables(@ForAll("worlds") World world, @ForAll("reports") Report report) {
        Report personal = new Report(
                report.door(),
                report.kind(),
                "Siti Zubaedah",
                report.text() + " Siti Zubaedah",
                report.place(),
                report.wishedInstitution().map(wished -> wished + "Siti Zubaedah"),
                report.category(),
                report.occurredOn(),
                report.privacy());

        assertThat(world.router().decide(personal, Set.of(), DAY).reason().facts())
                .noneMatch(fact -> fact.contains("Zubaedah"));
    }

    @Provide
    Arbitrary<World> worlds() {
        return Arbitraries.of(WORLDS);
    }

    @Provide
    Arbitrary<Set<String>> refusals() {
        return Arbitraries.of(CODES).set().ofMaxSize(5);
    }

    @Provide
    Arbitrary<Report> reports() {
        Arbitrary<Report.Point> points = Combinators.combine(Arbitraries.doubles(), Arbitraries.doubles())
                .as(Report.Point::new);
        Arbitrary<Place> places = Combinators.combine(
                        regionCodes().optional(), texts().optional(), points.optional(0.2))
                .as(Place::new);
        Arbitrary<String> wishes = Arbitraries.oneOf(Arbitraries.of(CODES), Arbitraries.strings());
        return Combinators.combine(
                        Arbitraries.of(Door.class),
                        texts(),
                        texts(),
                        places,
                        wishes.optional(0.2),
                        texts().optional(0.2))
                .as((door, title, text, place, wished, category) -> new Report(
                        door,
                        ComplaintKind.COMPLAINT,
                        title,
                        text,
                        place,
                        wished,
                        category,
                        Optional.empty(),
                        Report.Privacy.OPEN));
    }

    private static Arbitrary<String> regionCodes() {
        return Arbitraries.oneOf(
                Arbitraries.of(ALL.regions()).map(region -> region.code()),
                Arbitraries.strings().ofMaxLength(5));
    }

    /** Anything, words of the tables, and mixtures of both. */
    private static Arbitrary<String> texts() {
        List<String> words = TABLES.ruleBook(ALL).rules().stream()
                .flatMap(rule -> Stream.of(rule.condition().query().split(" OR ", -1)))
                .map(word -> word.replaceAll("\\^[0-9.]+|\"", ""))
                .toList();
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(20),
                        Arbitraries.of(words),
                        Arbitraries.of(ALL.regions()).map(region -> region.name()),
                        Arbitraries.of("pungli", "oknum petugas", "petugas kasar", "Dishub"),
                        Arbitraries.of(ALL.smsKeywords().keySet()))
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join(" ", parts));
    }
}
