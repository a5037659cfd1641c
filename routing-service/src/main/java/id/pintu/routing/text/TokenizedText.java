package id.pintu.routing.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words of a text in order, in lower case and without punctuation.
 *
 * <p>The parts of a handle or hashtag in camel case are appended to the text: {@code @PemkotSmg} gives
 * {@code pemkotsmg} at its position and {@code pemkot smg} at the end. A word in brackets, such as the placeholder
 * {@code [NIK]} of a redacted number, keeps its brackets, so that it does not match the word itself.
 */
public final class TokenizedText {

    private final List<String> words = new ArrayList<>();
    private final List<Boolean> capitals = new ArrayList<>();
    private final boolean allCapitals;

    private TokenizedText(String text) {
        String plain = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        List<String> handles = new ArrayList<>();
        int start = -1;
        int upper = 0;
        int lower = 0;
        for (int i = 0; i <= plain.length(); i++) {
            char letter = i < plain.length() ? plain.charAt(i) : ' ';
            upper += Character.isUpperCase(letter) ? 1 : 0;
            lower += Character.isLowerCase(letter) ? 1 : 0;
            if (Character.isLetterOrDigit(letter)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                String word = plain.substring(start, i);
                add(isPlaceholder(plain, start, i) ? '[' + word + ']' : word);
                if (start > 0 && (plain.charAt(start - 1) == '@' || plain.charAt(start - 1) == '#')) {
                    handles.add(word);
                }
                start = -1;
            }
        }
        this.allCapitals = upper > lower;
        handles.forEach(this::addParts);
    }

    private TokenizedText(TokenizedText first, TokenizedText second) {
        words.addAll(first.words);
        words.addAll(second.words);
        capitals.addAll(first.capitals);
        capitals.addAll(second.capitals);
        allCapitals = second.allCapitals && (first.allCapitals || first.words.isEmpty());
    }

    public static TokenizedText of(String text) {
        return new TokenizedText(text);
    }

    /** These words followed by the others. */
    public TokenizedText concat(TokenizedText others) {
        return new TokenizedText(this, others);
    }

    public int size() {
        return words.size();
    }

    public String get(int index) {
        return words.get(index);
    }

    public List<String> asList() {
        return words;
    }

    /** Whether the word begins with a capital, in a text that is not mostly written in capitals. */
    public boolean isCapital(int index) {
        return !allCapitals && capitals.get(index);
    }

    /** Whether the text is mostly written in capitals, so that a capital carries no information. */
    public boolean isAllCapitals() {
        return allCapitals;
    }

    /** The given number of words from an index, joined by spaces. */
    public String phrase(int from, int length) {
        return String.join(" ", words.subList(from, from + length));
    }

    private static boolean isPlaceholder(String text, int start, int end) {
        return start > 0 && end < text.length() && text.charAt(start - 1) == '[' && text.charAt(end) == ']';
    }

    private void add(String word) {
        words.add(word.toLowerCase(Locale.ROOT));
        capitals.add(Character.isUpperCase(word.charAt(0)));
    }

    private void addParts(String handle) {
        String[] parts = handle.split("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Za-z])|(?<=[A-Z])(?=[A-Z][a-z])", -1);
        if (parts.length > 1) {
            for (String part : parts) {
                add(part);
            }
        }
    }
}
