package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.events.SubmittedReport;
import id.pintu.events.SubmittedReport.ReportedLocation;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignToSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
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

/** Any report, any place, any set of connected institutions: exactly one party is responsible. */
class ComplaintRouterPropertyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final BundledTablesLoader TABLES = new BundledTablesLoader();
    private static final InstitutionRegistry ALL = TABLES.registry();
    private static final List<String> CODES =
            ALL.institutions().stream().map(RegistryInstitution::code).toList();

    /** A registry in which some institutions are not connected, and its router. */
    record RegistryScenario(InstitutionRegistry registry, ComplaintRouter router) {

        static RegistryScenario without(Predicate<String> notConnected) {
            InstitutionRegistry registry =
                    TABLES.registry(CODES.stream().filter(notConnected).collect(Collectors.toSet()));
            return new RegistryScenario(
                    registry, new ComplaintRouter(TABLES.knowledge(registry), LearnedRoutingModel.untrained()));
        }
    }

    private static final List<RegistryScenario> SCENARIOS = List.of(
            RegistryScenario.without(code -> false),
            RegistryScenario.without(code -> true),
            RegistryScenario.without(code -> code.startsWith("D.")),
            RegistryScenario.without(code -> code.startsWith("P.")),
            RegistryScenario.without(code -> code.hashCode() % 2 == 0));

    @Property(tries = 1_000)
    void routingIsTotalAndDeterministicAndAvoidsUnconnectedAndRefusingInstitutions(
            @ForAll("scenarios") RegistryScenario scenario,
            @ForAll("reports") SubmittedReport report,
            @ForAll("refusals") Set<String> refusedBy) {
        RoutingDecision decision = scenario.router().decide(report, refusedBy, DAY);

        assertThat(decision.reason().rule()).isNotBlank();
        assertThat(scenario.router().decide(report, refusedBy, DAY)).isEqualTo(decision);
        List<Assign> places = switch (decision) {
            case Assign assign -> List.of(assign);
            case AssignToSeveral several -> several.parts();
            case Hold hold -> List.of();
        };
        assertThat(places)
                .extracting(Assign::institution)
                .doesNotHaveDuplicates()
                .allMatch(RegistryInstitution::connected)
                .allMatch(each -> scenario.registry().institution(each.code()).equals(Optional.of(each)));
        assertThat(places)
                .filteredOn(each -> !each.reason().rule().equals("oversight"))
                .noneMatch(each -> refusedBy.contains(each.institution().code()));
    }

    @Property(tries = 500)
    void successiveRefusalsEndAtTheDesk(
            @ForAll("scenarios") RegistryScenario scenario, @ForAll("reports") SubmittedReport report) {
        Set<String> refusedBy = new HashSet<>();
        while (scenario.router().decide(report, refusedBy, DAY) instanceof Assign assign) {
            assertThat(refusedBy.add(assign.institution().code())).isTrue();
        }
        assertThat(refusedBy).hasSizeLessThanOrEqualTo(8); // four rules, each with a province behind it
    }

    @Property(tries = 500)
    void theReasonNeverQuotesTheReport(
            @ForAll("scenarios") RegistryScenario scenario, @ForAll("reports") SubmittedReport report) {
        SubmittedReport personal = new SubmittedReport(
                report.door(),
                report.kind(),
                "Siti Zubaedah",
                report.text() + " Siti Zubaedah",
                report.place(),
                report.wishedInstitution().map(wished -> wished + "Siti Zubaedah"),
                report.category(),
                report.occurredOn(),
                report.privacy());

        assertThat(scenario.router().decide(personal, Set.of(), DAY).reason().facts())
                .noneMatch(fact -> fact.text().contains("Zubaedah"));
    }

    @Provide
    Arbitrary<RegistryScenario> scenarios() {
        return Arbitraries.of(SCENARIOS);
    }

    @Provide
    Arbitrary<Set<String>> refusals() {
        return Arbitraries.of(CODES).set().ofMaxSize(5);
    }

    @Provide
    Arbitrary<SubmittedReport> reports() {
        Arbitrary<SubmittedReport.GeoCoordinates> points = Combinators.combine(
                        Arbitraries.doubles(), Arbitraries.doubles())
                .as(SubmittedReport.GeoCoordinates::new);
        Arbitrary<ReportedLocation> places = Combinators.combine(
                        regionCodes().optional(), texts().optional(), points.optional(0.2))
                .as(ReportedLocation::new);
        Arbitrary<String> wishes = Arbitraries.oneOf(Arbitraries.of(CODES), Arbitraries.strings());
        return Combinators.combine(
                        Arbitraries.of(IntakeChannel.class),
                        texts(),
                        texts(),
                        places,
                        wishes.optional(0.2),
                        texts().optional(0.2))
                .as((door, title, text, place, wished, category) -> new SubmittedReport(
                        door,
                        ComplaintKind.COMPLAINT,
                        title,
                        text,
                        place,
                        wished,
                        category,
                        Optional.empty(),
                        SubmittedReport.ReportPrivacySettings.OPEN));
    }

    private static Arbitrary<String> regionCodes() {
        return Arbitraries.oneOf(
                Arbitraries.of(ALL.regions()).map(region -> region.code()),
                Arbitraries.strings().ofMaxLength(5));
    }

    /** Arbitrary text, words of the tables, and mixtures of both. */
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
