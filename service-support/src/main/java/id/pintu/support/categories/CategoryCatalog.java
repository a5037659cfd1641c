package id.pintu.support.categories;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The categories of lapor.go.id, as transcribed in July 2025: 38, with 929 subcategories. */
public final class CategoryCatalog {

    private static final String TABLE = "/reference/categories.tsv";

    private final Map<String, List<String>> subcategories = new LinkedHashMap<>();

    private CategoryCatalog(String table) {
        table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .forEach(row -> subcategories
                        .computeIfAbsent(row[0], category -> new ArrayList<>())
                        .add(row[1]));
    }

    public static CategoryCatalog bundled() {
        try (InputStream table = CategoryCatalog.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException(TABLE + " is not on the class path");
            }
            return new CategoryCatalog(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The categories, in the order of the list. */
    public List<String> names() {
        return List.copyOf(subcategories.keySet());
    }

    /** The subcategories of a category; none of one that is not on the list. */
    public List<String> subcategoriesOf(String category) {
        return List.copyOf(subcategories.getOrDefault(category, List.of()));
    }

    /**
     * The entry as the list writes it.
     *
     * @param input {@code CATEGORY} or {@code CATEGORY/SUBCATEGORY}, in any case
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
