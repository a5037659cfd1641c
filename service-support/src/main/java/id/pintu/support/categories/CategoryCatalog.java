package id.pintu.support.categories;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Immutable catalog of the complaint categories of lapor.go.id, as of July 2025: 38, with 929 subcategories. */
public final class CategoryCatalog {

    private static final String TABLE = "/reference/categories.tsv";

    private final Map<String, List<String>> subcategories = new LinkedHashMap<>();

    private CategoryCatalog(Iterable<CsvRecord> rows) {
        rows.forEach(row -> subcategories
                .computeIfAbsent(row.getField(0), category -> new ArrayList<>())
                .add(row.getField(1)));
    }

    /** Reads the table of this build. */
    public static CategoryCatalog bundled() {
        InputStream table = CategoryCatalog.class.getResourceAsStream(TABLE);
        if (table == null) {
            throw new IllegalStateException(TABLE + " is not on the class path");
        }
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator('\t')
                .commentStrategy(CommentStrategy.SKIP)
                .ofCsvRecord(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return new CategoryCatalog(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The categories, in the order of the table. */
    public List<String> names() {
        return List.copyOf(subcategories.keySet());
    }

    /** The subcategories of a category; empty for an unknown category. */
    public List<String> subcategoriesOf(String category) {
        return List.copyOf(subcategories.getOrDefault(category, List.of()));
    }

    /**
     * Finds an entry, ignoring case and surrounding blanks.
     *
     * @param input {@code CATEGORY} or {@code CATEGORY/SUBCATEGORY}
     * @return the entry as the table spells it
     */
    public Optional<String> find(String input) {
        String wanted = input.strip().toUpperCase(Locale.ROOT);
        return subcategories.keySet().stream()
                .filter(category -> wanted.equals(category)
                        || (wanted.startsWith(category + "/")
                                && subcategoriesOf(category).contains(wanted.substring(category.length() + 1))))
                .findFirst()
                .map(category -> wanted);
    }
}
