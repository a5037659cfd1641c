package id.pintu.support.tables;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Immutable description of the columns of a table.
 *
 * @param required columns without which a table is refused
 * @param optional columns that may be left out
 * @param multiline of these, those whose cells may contain line breaks
 * @param maxCell characters of a cell at most
 */
public record TableColumns(Set<String> required, Set<String> optional, Set<String> multiline, int maxCell) {

    private static final int DEFAULT_MAX_CELL = 4_000;
    private static final int NEAR = 3;

    public TableColumns {
        required = new LinkedHashSet<>(required);
        optional = new LinkedHashSet<>(optional);
        multiline = Set.copyOf(multiline);
    }

    /** Columns of single-line cells of usual length. */
    public static TableColumns of(List<String> required, List<String> optional) {
        return new TableColumns(
                new LinkedHashSet<>(required), new LinkedHashSet<>(optional), Set.of(), DEFAULT_MAX_CELL);
    }

    boolean contains(String column) {
        return required.contains(column) || optional.contains(column);
    }

    /** The columns for a message. */
    String names() {
        return known().collect(Collectors.joining(", "));
    }

    /** The known column that was probably meant. */
    public Optional<String> nearest(String unknown) {
        String plain = unknown.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return known().filter(each -> each.startsWith(plain + "_") || plain.startsWith(each + "_"))
                .findFirst()
                .or(() -> known().filter(each -> distance(each, plain) < NEAR)
                        .min(Comparator.comparingInt(each -> distance(each, plain))));
    }

    private Stream<String> known() {
        return Stream.concat(required.stream(), optional.stream());
    }

    /** Levenshtein distance. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
