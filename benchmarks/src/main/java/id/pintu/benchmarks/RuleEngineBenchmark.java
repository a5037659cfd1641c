package id.pintu.benchmarks;

import id.pintu.benchmarks.TextRules.TextRule;
import id.pintu.events.ComplaintKind;
import id.pintu.events.Door;
import id.pintu.routing.book.Asked;
import id.pintu.routing.book.Condition;
import id.pintu.routing.book.Hit;
import id.pintu.routing.book.Level;
import id.pintu.routing.book.Rule;
import id.pintu.routing.book.RuleBook;
import id.pintu.routing.text.Words;
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
 * The same text rules asked of the same texts, in our book and in Drools, which is asked in two ways: as one would write
 * it first (one fact with its words, {@code words contains}), and as it is fastest (a fact for each word, so that its
 * hash index finds the rules). Its session is kept from text to text: making one of 10,000 rules takes far longer than
 * asking it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class RuleEngineBenchmark {

    /** A whole text, as Drools sees it. */
    public record Text(Set<String> words) {
        public Set<String> getWords() {
            return words;
        }
    }

    /** One word of a text. */
    public record Word(String value) {
        public String getValue() {
            return value;
        }
    }

    /** A session and what its rules say. */
    private record Drools(KieSession session, Set<String> fired) {
        Set<String> firedBy(List<?> facts) {
            fired.clear();
            List<FactHandle> handles =
                    facts.stream().<FactHandle>map(session::insert).toList();
            session.fireAllRules();
            Set<String> found = Set.copyOf(fired);
            handles.forEach(session::delete);
            // Else a rule that holds for the next text too would not be said again.
            session.fireAllRules();
            return found;
        }
    }

    @Param("10000")
    private int rules;

    private List<String> texts = List.of();
    private RuleBook book = new RuleBook("none", List.of());
    private List<Drools> drools = List.of();
    private int next;

    /** Builds all engines, and refuses to measure engines that do not agree. */
    @Setup
    public void build() {
        TextRules made = new TextRules(rules);
        texts = made.texts();
        book = new RuleBook(
                "made up", made.rules().stream().map(RuleEngineBenchmark::ours).toList());
        drools = List.of(
                drools(made.rules().stream().map(RuleEngineBenchmark::ofWholeText)),
                drools(made.rules().stream().map(RuleEngineBenchmark::ofSingleWords)));
        for (String text : texts.subList(0, 20)) {
            Set<String> ours = ours(text).stream().map(hit -> hit.rule().name()).collect(Collectors.toSet());
            if (!ours.equals(asWhole(text)) || !ours.equals(asWords(text))) {
                throw new IllegalStateException("the engines do not agree on: " + text);
            }
        }
    }

    @Benchmark
    public List<Hit> ours() {
        return ours(text());
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

    private List<Hit> ours(String text) {
        return book.matching(new Asked(
                Words.of(text), Set.of(), ComplaintKind.COMPLAINT, Door.WEB, Optional.empty(), LocalDate.EPOCH));
    }

    private Set<String> asWhole(String text) {
        return drools.get(0)
                .firedBy(List.of(new Text(new HashSet<>(Words.of(text).asList()))));
    }

    private Set<String> asWords(String text) {
        return drools.get(1)
                .firedBy(Words.of(text).asList().stream()
                        .distinct()
                        .map(Word::new)
                        .toList());
    }

    private static Rule ours(TextRule rule) {
        String query = Stream.of(
                        rule.all().stream().map(word -> "+" + word),
                        rule.any().isEmpty()
                                ? Stream.<String>of()
                                : Stream.of("+(" + String.join(" ", rule.any()) + ")"),
                        rule.none().stream().map(word -> "-" + word))
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
        return new Rule(
                rule.name(),
                0,
                new Condition(query, Set.of(), Set.of(), Set.of(), Set.of(), Condition.Days.EVER),
                new Rule.Affair(rule.name(), Level.KABKOTA, Optional.empty(), Optional.empty(), "none"),
                false);
    }

    private static String ofWholeText(TextRule rule) {
        List<String> parts = new ArrayList<>();
        rule.all().forEach(word -> parts.add("words contains \"" + word + "\""));
        if (!rule.any().isEmpty()) {
            parts.add(rule.any().stream()
                    .map(word -> "words contains \"" + word + "\"")
                    .collect(Collectors.joining(" || ", "(", ")")));
        }
        rule.none().forEach(word -> parts.add("words not contains \"" + word + "\""));
        return drl(rule.name(), "Text(" + String.join(", ", parts) + ")");
    }

    private static String ofSingleWords(TextRule rule) {
        List<String> parts = new ArrayList<>();
        rule.all().forEach(word -> parts.add("exists Word(value == \"" + word + "\")"));
        if (!rule.any().isEmpty()) {
            parts.add(rule.any().stream()
                    .map(word -> "exists Word(value == \"" + word + "\")")
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        rule.none().forEach(word -> parts.add("not Word(value == \"" + word + "\")"));
        return drl(rule.name(), String.join("\n", parts));
    }

    private static String drl(String name, String when) {
        return "rule \"" + name + "\" when\n" + when + "\nthen fired.add(\"" + name + "\"); end\n";
    }

    private static Drools drools(Stream<String> rules) {
        String drl = "import " + Text.class.getCanonicalName() + ";\nimport " + Word.class.getCanonicalName()
                + ";\nglobal java.util.Set fired;\n" + rules.collect(Collectors.joining());
        KieSession session =
                new KieHelper().addContent(drl, ResourceType.DRL).build().newKieSession();
        Set<String> fired = new HashSet<>();
        session.setGlobal("fired", fired);
        return new Drools(session, fired);
    }
}
