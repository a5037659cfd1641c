package id.pintu.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Generator of rules and texts from invented words, the same for every engine: a third of the rules need one word, a third
 * two, a third one of two and not another. Words are rare or frequent, as in natural language.
 */
final class TextRuleGenerator {

    /**
     * A rule.
     *
     * @param all words that the text must contain
     * @param any words of which the text must contain one; may be empty
     * @param none words that the text must not contain
     */
    record GeneratedTextRule(String name, List<String> all, List<String> any, List<String> none) {}

    private static final int WORDS = 20_000;
    private static final int TEXTS = 200;
    private static final int TEXT_LENGTH = 60;

    private final Random random = new Random(7);
    private final List<GeneratedTextRule> rules = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    TextRuleGenerator(int count) {
        for (int i = 0; i < count; i++) {
            rules.add(
                    switch (i % 3) {
                        case 0 -> new GeneratedTextRule("r" + i, List.of(own(i)), List.of(), List.of());
                        case 1 -> new GeneratedTextRule("r" + i, List.of(own(i), word()), List.of(), List.of());
                        default -> new GeneratedTextRule("r" + i, List.of(), List.of(own(i), word()), List.of(word()));
                    });
        }
        for (int i = 0; i < TEXTS; i++) {
            List<String> words = new ArrayList<>();
            for (int j = 0; j < TEXT_LENGTH; j++) {
                words.add(word());
            }
            texts.add(String.join(" ", words));
        }
    }

    List<GeneratedTextRule> rules() {
        return rules;
    }

    List<String> texts() {
        return texts;
    }

    /** Word of one rule only: otherwise one rule could shadow another, and the rule book would be refused. */
    private static String own(int rule) {
        return word(rule * 7_919L % WORDS);
    }

    private String word() {
        // Squared: words with low numbers are frequent, most words are rare.
        double draw = random.nextDouble();
        return word((long) (draw * draw * WORDS));
    }

    private static String word(long number) {
        return "kata" + Long.toString(number, 26);
    }
}
