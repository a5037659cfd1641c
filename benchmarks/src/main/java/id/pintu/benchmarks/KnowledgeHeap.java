package id.pintu.benchmarks;

import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.Experience;
import id.pintu.routing.decision.Knowledge;
import id.pintu.routing.decision.Router;
import id.pintu.routing.decision.School;
import id.pintu.routing.learning.Example;
import id.pintu.routing.registry.Registration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much heap routing keeps: registry, gazetteer and rules of this build, and an experience of made-up decisions for
 * every institution there is, which is more labels than any history has. Beside it the limit, 300 MB.
 */
final class KnowledgeHeap {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int LIMIT = 300;
    private static final int DECISIONS_EACH = 3;
    private static final int WORDS = 60;
    private static final int VOCABULARY = 30_000;

    private KnowledgeHeap() {}

    public static void main(String... args) throws InterruptedException {
        long empty = Heap.used();
        Knowledge knowledge = new Tables().knowledge();
        long known = Heap.used();
        Experience experience = new School(knowledge, DAY).of(examples(knowledge));
        long learnt = Heap.used();
        // Asked at the end, so that nothing of it was let go of.
        Router router = new Router(knowledge, experience);
        System.out.printf(
                "institutions=%d decisions=%d knowledge_mb=%d experience_mb=%d limit_mb=%d ratio=%.2f%n",
                router.knowledge().registry().institutions().size(),
                experience.learned().examples(),
                known - empty,
                learnt - known,
                LIMIT,
                (learnt - empty) / (double) LIMIT);
    }

    /** Each institution has words of its own among those of all. */
    private static List<Example> examples(Knowledge knowledge) {
        Random random = new Random(1708);
        List<Example> examples = new ArrayList<>();
        for (Registration institution : knowledge.registry().institutions()) {
            for (int i = 0; i < DECISIONS_EACH; i++) {
                String own = "urusan" + institution.code().replace('.', 'x').toLowerCase(Locale.ROOT) + ' ';
                String others = IntStream.range(0, WORDS)
                        .mapToObj(word -> "kata" + random.nextInt(VOCABULARY))
                        .collect(Collectors.joining(" "));
                examples.add(
                        new Example(institution.code() + '/' + i, Reports.saying(own + others), institution.code()));
            }
        }
        return examples;
    }
}
