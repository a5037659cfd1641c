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
 * Targets that are as right as the one in the data, because history is not law. Printed beside the strict figures,
 * never instead of them.
 */
final class EquivalentTargets {

    /**
     * @param labelled code in the data, or its beginning followed by {@code *}
     * @param accepted code that is as right, or its beginning followed by {@code *}
     */
    record EquivalentTargetPair(String labelled, String accepted, String why) {

        boolean covers(String label, String predicted) {
            return fits(labelled, label) && fits(accepted, predicted);
        }

        private static boolean fits(String pattern, String code) {
            return pattern.endsWith("*")
                    ? code.startsWith(pattern.substring(0, pattern.length() - 1))
                    : code.equals(pattern);
        }
    }

    private final List<EquivalentTargetPair> pairs;

    private EquivalentTargets(List<EquivalentTargetPair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    static EquivalentTargets none() {
        return new EquivalentTargets(List.of());
    }

    static EquivalentTargets bundled() {
        List<EquivalentTargetPair> pairs = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(
                                EquivalentTargets.class.getResourceAsStream("/measuring/equivalents.csv")),
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

    boolean isCorrect(String label, String predicted) {
        return label.equals(predicted) || pairs.stream().anyMatch(pair -> pair.covers(label, predicted));
    }
}
