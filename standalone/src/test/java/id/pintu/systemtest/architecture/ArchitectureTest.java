package id.pintu.systemtest.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dependency rules as allow-lists, and unique class names. Each rule is shown to fail on code that breaks it. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.pintu");

    /** What every pure package may depend on besides itself: the event contract, its JSON, decider interfaces, and the JDK. */
    private static final List<String> ALWAYS_ALLOWED = List.of(
            "java..",
            "org.jspecify..",
            "tools.jackson.databind..",
            "id.pintu.events",
            "id.pintu.processing",
            "id.pintu.support.explanations");

    private static final Map<String, List<String>> PURE_PACKAGES = Map.ofEntries(
            Map.entry("id.pintu.support.explanations", List.of()),
            Map.entry("id.pintu.support.audit.record", List.of("tools.jackson.core")),
            Map.entry("id.pintu.support.categories", List.of("de.siegmar.fastcsv.reader")),
            Map.entry("id.pintu.support.tables", List.of("de.siegmar.fastcsv.reader", "de.siegmar.fastcsv.writer")),
            Map.entry("id.pintu.intake.reporter", List.of()),
            Map.entry("id.pintu.portal.tracking", List.of()),
            Map.entry("id.pintu.portal.inbox", List.of()),
            Map.entry("id.pintu.portal.oversight", List.of()),
            Map.entry("id.pintu.routing.registry", List.of()),
            Map.entry("id.pintu.routing.text", List.of()),
            Map.entry("id.pintu.routing.whatif", List.of()),
            // Lucene's SloppyMath, for distances.
            Map.entry(
                    "id.pintu.routing.places",
                    List.of("id.pintu.routing.registry", "id.pintu.routing.text", "org.apache.lucene.util")),
            // Lucene's query parser only.
            Map.entry(
                    "id.pintu.routing.rules",
                    List.of(
                            "id.pintu.routing.text",
                            "org.apache.lucene.queryparser.classic",
                            "org.apache.lucene.search",
                            "org.apache.lucene.index",
                            "org.apache.lucene.analysis",
                            "org.apache.lucene.analysis.core")),
            Map.entry(
                    "id.pintu.routing.government",
                    List.of("id.pintu.routing.registry", "id.pintu.routing.text", "id.pintu.routing.rules")),
            Map.entry("id.pintu.routing.learning", List.of("id.pintu.routing.text", "de.bwaldvogel.liblinear")),
            Map.entry(
                    "id.pintu.routing.evidence",
                    List.of(
                            "id.pintu.routing.registry",
                            "id.pintu.routing.text",
                            "id.pintu.routing.places",
                            "id.pintu.routing.rules",
                            "id.pintu.routing.government",
                            "id.pintu.routing.learning")),
            Map.entry(
                    "id.pintu.routing.ranking",
                    List.of(
                            "id.pintu.routing.evidence",
                            "id.pintu.routing.registry",
                            "id.pintu.routing.places",
                            "id.pintu.routing.rules",
                            "id.pintu.routing.learning")),
            Map.entry(
                    "id.pintu.routing.calibration",
                    List.of(
                            "id.pintu.routing.ranking",
                            "id.pintu.routing.evidence",
                            "id.pintu.routing.registry",
                            "id.pintu.routing.learning")),
            Map.entry(
                    "id.pintu.routing.decision",
                    List.of(
                            "id.pintu.routing.calibration",
                            "id.pintu.routing.ranking",
                            "id.pintu.routing.evidence",
                            "id.pintu.routing.registry",
                            "id.pintu.routing.text",
                            "id.pintu.routing.places",
                            "id.pintu.routing.rules",
                            "id.pintu.routing.government",
                            "id.pintu.routing.learning")),
            Map.entry(
                    "id.pintu.routing.handling",
                    List.of("id.pintu.routing.registry", "id.pintu.routing.decision", "id.pintu.routing.text")),
            Map.entry(
                    "id.pintu.routing.units",
                    List.of(
                            "id.pintu.routing.evidence",
                            "id.pintu.routing.government",
                            "id.pintu.routing.learning",
                            "id.pintu.routing.registry",
                            "id.pintu.routing.rules",
                            "id.pintu.routing.text")),
            Map.entry("id.pintu.routing.similarity", List.of("info.debatty.java.lsh")),
            Map.entry("id.pintu.sla.calendar", List.of()),
            Map.entry("id.pintu.sla.policy", List.of("id.pintu.sla.calendar")),
            Map.entry("id.pintu.sla.clock.stay", List.of("id.pintu.sla.calendar")),
            Map.entry(
                    "id.pintu.sla.clock",
                    List.of("id.pintu.sla.clock.stay", "id.pintu.sla.calendar", "id.pintu.sla.policy")),
            Map.entry("id.pintu.sla.clock.codec", List.of("id.pintu.sla.clock", "id.pintu.sla.clock.stay")),
            Map.entry("id.pintu.sla.clock.impact", List.of("id.pintu.sla.clock", "id.pintu.sla.calendar")),
            Map.entry(
                    "id.pintu.sla.clock.index",
                    List.of(
                            "id.pintu.sla.clock",
                            "id.pintu.sla.clock.codec",
                            "id.pintu.sla.clock.impact",
                            "id.pintu.sla.calendar")),
            Map.entry(
                    "id.pintu.sla.oversight",
                    List.of("id.pintu.sla.calendar", "id.pintu.sla.clock", "id.pintu.sla.clock.stay")),
            Map.entry("id.pintu.notification.notice", List.of()),
            Map.entry("id.pintu.notification.institutions", List.of("id.pintu.support.calendars")));

    static Stream<Map.Entry<String, List<String>>> purePackages() {
        return PURE_PACKAGES.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("purePackages")
    void aPurePackageDependsOnlyOnItsAllowList(Map.Entry<String, List<String>> purePackage) {
        mayOnlyDependOn(purePackage.getKey(), purePackage.getValue()).check(CLASSES);
    }

    @Test
    void theAllowListRuleFailsForAPackageWithOtherDependencies() {
        ArchRule ruleWhereItMustFail = mayOnlyDependOn("id.pintu.routing.http", List.of());
        assertThatThrownBy(() -> ruleWhereItMustFail.check(CLASSES)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("purePackages")
    void aPurePackageUsesNoClockAndNoRandomness(Map.Entry<String, List<String>> purePackage) {
        noClockAndNoRandomness(purePackage.getKey()).check(CLASSES);
    }

    @Test
    void theRuleAgainstClocksFailsForAPackageThatUsesOne() {
        assertThatThrownBy(() -> noClockAndNoRandomness("id.pintu.support.http").check(CLASSES))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void noServiceDependsOnAnother() {
        for (String service : List.of("account", "intake", "routing", "sla", "notification", "portal")) {
            classes()
                    .that()
                    .resideInAPackage("id.pintu." + service + "..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackages(
                            Stream.of("account", "intake", "routing", "sla", "notification", "portal", "standalone")
                                    .filter(other -> !other.equals(service))
                                    .map(other -> "id.pintu." + other + "..")
                                    .toArray(String[]::new))
                    .check(CLASSES);
        }
        assertThat(CLASSES.size()).isGreaterThan(100);
    }

    @Test
    void theEventContractDependsOnJsonOnly() {
        classes()
                .that()
                .resideInAPackage("id.pintu.events")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation",
                        "id.pintu.events")
                .check(CLASSES);
    }

    @Test
    void everySimpleClassNameOccursOnce() {
        assertThat(duplicateSimpleNames(CLASSES)).isEmpty();
    }

    @Test
    void theRuleForClassNamesFailsForTwoClassesOfOneNameAndAllowsAlternativesOfSealedTypes() {
        JavaClasses samples = new ClassFileImporter()
                .importClasses(
                        FirstSample.class,
                        FirstSample.Duplicate.class,
                        FirstSample.Alternative.class,
                        SecondSample.class,
                        SecondSample.Duplicate.class,
                        SealedSample.class,
                        SealedSample.Alternative.class);

        assertThat(duplicateSimpleNames(samples))
                .containsExactly(Map.entry(
                        "Duplicate",
                        List.of(FirstSample.Duplicate.class.getName(), SecondSample.Duplicate.class.getName())));
    }

    private interface FirstSample {
        record Duplicate() {}

        record Alternative() {}
    }

    private interface SecondSample {
        record Duplicate() {}
    }

    private sealed interface SealedSample {
        record Alternative() implements SealedSample {}
    }

    /** Names of the classes by simple name, where several have the same; alternatives of a sealed type are not counted. */
    private static Map<String, List<String>> duplicateSimpleNames(JavaClasses classes) {
        Map<String, List<String>> names = classes.stream()
                .filter(each -> each.isTopLevelClass() || each.isMemberClass())
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .filter(each -> each.getEnclosingClass()
                        .filter(enclosing -> enclosing.reflect().isSealed())
                        .isEmpty())
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(
                                JavaClass::getName,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        found -> found.stream().sorted().toList()))));
        names.values().removeIf(found -> found.size() == 1);
        return names;
    }

    private static ArchRule mayOnlyDependOn(String purePackage, List<String> allowedPackages) {
        String[] allowed = Stream.of(Stream.of(purePackage), ALWAYS_ALLOWED.stream(), allowedPackages.stream())
                .flatMap(each -> each)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(purePackage)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }

    private static ArchRule noClockAndNoRandomness(String purePackage) {
        return noClasses()
                .that()
                .resideInAPackage(purePackage)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random");
    }
}
