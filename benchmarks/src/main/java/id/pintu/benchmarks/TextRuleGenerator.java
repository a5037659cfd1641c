package id.pintu.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The same rules and texts for every engine, made up of made-up words: a third ask for one word, a third for two, a
 * third for one of two without a third. Rare words are rare, as in a language.
 */
final class TextRuleGenerator {

    /**
     * @param all words that must be there
     * @param any words of which one must be there; empty when none is asked
     * @param none words that must not be there
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

    /** Each rule has a word that no other has: otherwise one would shadow another, and our book be refused. */
    private static String own(int rule) {
        return word(rule * 7_919L % WORDS);
    }

    private String word() {
        // Squared: the first words are frequent, most are rare.
        double draw = random.nextDouble();
        return word((long) (draw * draw * WORDS));
    }

    private static String word(long number) {
        return "kata" + Long.toString(number, 26);
    }
}
