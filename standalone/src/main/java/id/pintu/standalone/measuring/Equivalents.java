package id.pintu.standalone.measuring;

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
final class Equivalents {

    /**
     * @param labelled code in the data, or its beginning followed by {@code *}
     * @param accepted code that is as right, or its beginning followed by {@code *}
     */
    record Pair(String labelled, String accepted, String why) {

        boolean covers(String label, String answer) {
            return fits(labelled, label) && fits(accepted, answer);
        }

        private static boolean fits(String pattern, String code) {
            return pattern.endsWith("*")
                    ? code.startsWith(pattern.substring(0, pattern.length() - 1))
                    : code.equals(pattern);
        }
    }

    private final List<Pair> pairs;

    private Equivalents(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    static Equivalents none() {
        return new Equivalents(List.of());
    }

    static Equivalents documented() {
        List<Pair> pairs = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(Equivalents.class.getResourceAsStream("/measuring/equivalents.csv")),
                        StandardCharsets.UTF_8))) {
            rows.forEach(
                    row -> pairs.add(new Pair(row.getField("label"), row.getField("accepted"), row.getField("why"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Equivalents(pairs);
    }

    List<Pair> pairs() {
        return pairs;
    }

    boolean right(String label, String answer) {
        return label.equals(answer) || pairs.stream().anyMatch(pair -> pair.covers(label, answer));
    }
}
