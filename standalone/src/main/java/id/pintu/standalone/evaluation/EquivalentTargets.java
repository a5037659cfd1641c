package id.pintu.standalone.evaluation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Immutable list of institutions that are as correct as the label, because the data were labelled under older law. Used
 * for figures beside the strict ones, never instead of them.
 */
final class EquivalentTargets {

    /**
     * One equivalence.
     *
     * @param labelled code of the label, or a prefix of it with {@code *}
     * @param accepted code that is as correct, or a prefix of it with {@code *}
     * @param why the legal reason
     */
    record EquivalentTargetPair(String labelled, String accepted, String why) {

        boolean matches(String label, String predicted) {
            return matchesPattern(labelled, label) && matchesPattern(accepted, predicted);
        }

        private static boolean matchesPattern(String pattern, String code) {
            return pattern.endsWith("*")
                    ? code.startsWith(pattern.substring(0, pattern.length() - 1))
                    : code.equals(pattern);
        }
    }

    private final List<EquivalentTargetPair> pairs;

    private EquivalentTargets(List<EquivalentTargetPair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /** Reads the list from the class path. */
    static EquivalentTargets bundled() {
        List<EquivalentTargetPair> pairs = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(
                                EquivalentTargets.class.getResourceAsStream("/evaluation/equivalents.csv")),
                        StandardCharsets.UTF_8))) {
            rows.forEach(row -> pairs.add(
                    new EquivalentTargetPair(row.getField("label"), row.getField("accepted"), row.getField("why"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EquivalentTargets(pairs);
    }

    List<EquivalentTargetPair> pairs() {
        return pairs;
    }

    /** Whether a prediction is the label or equivalent to it. */
    boolean isCorrect(String label, String predicted) {
        return label.equals(predicted) || pairs.stream().anyMatch(pair -> pair.matches(label, predicted));
    }
}
