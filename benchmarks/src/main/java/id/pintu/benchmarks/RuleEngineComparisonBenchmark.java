package id.pintu.benchmarks;

import id.pintu.benchmarks.TextRuleGenerator.GeneratedTextRule;
import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.routing.rules.AffairLevel;
import id.pintu.routing.rules.RoutingRule;
import id.pintu.routing.rules.RuleBook;
import id.pintu.routing.rules.RuleCondition;
import id.pintu.routing.rules.RuleInput;
import id.pintu.routing.rules.RuleMatch;
import id.pintu.routing.text.TokenizedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.utils.KieHelper;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * JMH benchmark of the same text rules on the same texts in {@link RuleBook} and in Drools, there in two ways: as usually
 * written (one fact with its words, {@code words contains}), and as it is fastest (a fact per word, so that its hash index
 * finds the rules). The Drools session is reused, because creating one with 10,000 rules takes far longer than a match.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class RuleEngineComparisonBenchmark {

    /** Drools fact: a whole text. */
    public record TextFact(Set<String> words) {
        public Set<String> getWords() {
            return words;
        }
    }

    /** Drools fact: one word of a text. */
    public record WordFact(String value) {
        public String getValue() {
            return value;
        }
    }

    /** A Drools session, and the names of the rules that fired. */
    private record DroolsEngine(KieSession session, Set<String> fired) {
        Set<String> firedBy(List<?> facts) {
            fired.clear();
            List<FactHandle> handles =
                    facts.stream().<FactHandle>map(session::insert).toList();
            session.fireAllRules();
            Set<String> found = Set.copyOf(fired);
            handles.forEach(session::delete);
            // Retracts the matches: otherwise a rule that also matches the next text would not fire again.
            session.fireAllRules();
            return found;
        }
    }

    @Param("10000")
    private int rules;

    private List<String> texts = List.of();
    private RuleBook ruleBook = new RuleBook("none", List.of());
    private List<DroolsEngine> droolsEngines = List.of();
    private int next;

    /** Builds all engines, and fails when they do not agree. */
    @Setup
    public void build() {
        TextRuleGenerator generator = new TextRuleGenerator(rules);
        texts = generator.texts();
        ruleBook = new RuleBook(
                "generated",
                generator.rules().stream()
                        .map(RuleEngineComparisonBenchmark::routingRule)
                        .toList());
        droolsEngines = List.of(
                drools(generator.rules().stream().map(RuleEngineComparisonBenchmark::ofWholeText)),
                drools(generator.rules().stream().map(RuleEngineComparisonBenchmark::ofSingleWords)));
        for (String text : texts.subList(0, 20)) {
            Set<String> matches =
                    matches(text).stream().map(hit -> hit.rule().name()).collect(Collectors.toSet());
            if (!matches.equals(asWhole(text)) || !matches.equals(asWords(text))) {
                throw new IllegalStateException("the engines do not agree on: " + text);
            }
        }
    }

    @Benchmark
    public List<RuleMatch> ruleBook() {
        return matches(text());
    }

    @Benchmark
    public Set<String> droolsWholeText() {
        return asWhole(text());
    }

    @Benchmark
    public Set<String> droolsSingleWords() {
        return asWords(text());
    }

    private String text() {
        next = (next + 1) % texts.size();
        return texts.get(next);
    }

    private List<RuleMatch> matches(String text) {
        return ruleBook.matches(new RuleInput(
                TokenizedText.of(text),
                Set.of(),
                ComplaintKind.COMPLAINT,
                IntakeChannel.WEB,
                Optional.empty(),
                LocalDate.EPOCH));
    }

    private Set<String> asWhole(String text) {
        return droolsEngines
                .get(0)
                .firedBy(List.of(
                        new TextFact(new HashSet<>(TokenizedText.of(text).asList()))));
    }

    private Set<String> asWords(String text) {
        return droolsEngines
                .get(1)
                .firedBy(TokenizedText.of(text).asList().stream()
                        .distinct()
                        .map(WordFact::new)
                        .toList());
    }

    private static RoutingRule routingRule(GeneratedTextRule rule) {
        String query = Stream.of(
                        rule.all().stream().map(word -> "+" + word),
                        rule.any().isEmpty()
                                ? Stream.<String>of()
                                : Stream.of("+(" + String.join(" ", rule.any()) + ")"),
                        rule.none().stream().map(word -> "-" + word))
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
        return new RoutingRule(
                rule.name(),
                0,
                new RuleCondition(query, Set.of(), Set.of(), Set.of(), Set.of(), RuleCondition.ValidityPeriod.ALWAYS),
                new RoutingRule.GovernmentAffair(
                        rule.name(), AffairLevel.KABKOTA, Optional.empty(), Optional.empty(), "none"),
                false);
    }

    private static String ofWholeText(GeneratedTextRule rule) {
        List<String> parts = new ArrayList<>();
        rule.all().forEach(word -> parts.add("words contains \"" + word + "\""));
        if (!rule.any().isEmpty()) {
            parts.add(rule.any().stream()
                    .map(word -> "words contains \"" + word + "\"")
                    .collect(Collectors.joining(" || ", "(", ")")));
        }
        rule.none().forEach(word -> parts.add("words not contains \"" + word + "\""));
        return drl(rule.name(), "TextFact(" + String.join(", ", parts) + ")");
    }

    private static String ofSingleWords(GeneratedTextRule rule) {
        List<String> parts = new ArrayList<>();
        rule.all().forEach(word -> parts.add("exists WordFact(value == \"" + word + "\")"));
        if (!rule.any().isEmpty()) {
            parts.add(rule.any().stream()
                    .map(word -> "exists WordFact(value == \"" + word + "\")")
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        rule.none().forEach(word -> parts.add("not WordFact(value == \"" + word + "\")"));
        return drl(rule.name(), String.join("\n", parts));
    }

    private static String drl(String name, String when) {
        return "rule \"" + name + "\" when\n" + when + "\nthen fired.add(\"" + name + "\"); end\n";
    }

    private static DroolsEngine drools(Stream<String> rules) {
        String drl = "import " + TextFact.class.getCanonicalName() + ";\nimport " + WordFact.class.getCanonicalName()
                + ";\nglobal java.util.Set fired;\n" + rules.collect(Collectors.joining());
        KieSession session =
                new KieHelper().addContent(drl, ResourceType.DRL).build().newKieSession();
        Set<String> fired = new HashSet<>();
        session.setGlobal("fired", fired);
        return new DroolsEngine(session, fired);
    }
}
