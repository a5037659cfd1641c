package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.events.ComplaintKind;
import id.pintu.events.Door;
import id.pintu.routing.book.BrokenRules;
import id.pintu.routing.book.BrokenRules.Flaw;
import id.pintu.routing.book.Condition;
import id.pintu.routing.book.Level;
import id.pintu.routing.book.Rule;
import id.pintu.routing.book.RuleBook;
import id.pintu.routing.registry.Registry;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a rule book from CSV: UTF-8, comma, one header line, one rule a line. Only {@code name}, {@code query},
 * {@code affair}, {@code level} and {@code legal_basis} must be filled.
 */
public final class RuleTable {

    private static final String YES = "ya";

    private final Registry registry;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    private RuleTable(Registry registry) {
        this.registry = registry;
    }

    /**
     * The book, all of it or nothing.
     *
     * @throws BrokenRules with line and reason for each rule that cannot stand
     */
    public static RuleBook read(String version, Reader csv, Registry registry) {
        RuleTable table = new RuleTable(registry);
        table.read(csv);
        if (table.rules.isEmpty() && table.flaws.isEmpty()) {
            table.flaws.add(new Flaw(0, "", "there is no rule in it"));
        }
        if (!table.flaws.isEmpty()) {
            throw new BrokenRules(table.flaws);
        }
        return new RuleBook(version, table.rules);
    }

    private void read(Reader csv) {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : records) {
                int line = (int) row.getStartingLineNumber();
                try {
                    rules.add(rule(row, line));
                } catch (IllegalArgumentException e) {
                    String name = row.findField("name").orElse("");
                    flaws.add(new Flaw(line, name, String.valueOf(e.getMessage())));
                }
            }
        } catch (CsvParseException e) {
            flaws.add(new Flaw(0, "", "not CSV: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rule rule(NamedCsvRecord row, int line) {
        Optional<String> institution = given(row, "institution");
        institution.filter(code -> registry.institution(code).isEmpty()).ifPresent(code -> {
            throw new IllegalArgumentException("there is no institution " + code);
        });
        Rule.Affair affair = new Rule.Affair(
                required(row, "affair"),
                choice(Level.class, required(row, "level")),
                institution,
                given(row, "unit"),
                required(row, "legal_basis"));
        return new Rule(
                kebab(required(row, "name")),
                line,
                condition(row),
                affair,
                given(row, "settles").map(RuleTable::yes).orElse(false));
    }

    private Condition condition(NamedCsvRecord row) {
        Set<String> regions = several(row, "regions");
        regions.stream().filter(code -> registry.region(code).isEmpty()).forEach(code -> {
            throw new IllegalArgumentException("there is no region " + code);
        });
        return new Condition(
                required(row, "query"),
                regions,
                choices(ComplaintKind.class, several(row, "kinds")),
                choices(Door.class, several(row, "doors")),
                several(row, "categories"),
                new Condition.Days(date(row, "valid_from"), date(row, "valid_until")));
    }

    private static String kebab(String name) {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a name is small letters and hyphens, not '" + name + "'");
        }
        return name;
    }

    private static boolean yes(String value) {
        if (!value.equals(YES)) {
            throw new IllegalArgumentException("settles is 'ya' or empty, not '" + value + "'");
        }
        return true;
    }

    private static Optional<LocalDate> date(NamedCsvRecord row, String column) {
        try {
            return given(row, column).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(column + " is a date such as 2026-01-31", e);
        }
    }

    private static <E extends Enum<E>> Set<E> choices(Class<E> type, Set<String> names) {
        return names.stream().map(name -> choice(type, name)).collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().replace('_', '-').equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is none of "
                        + Stream.of(type.getEnumConstants())
                                .map(each ->
                                        each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))));
    }

    private static Set<String> several(NamedCsvRecord row, String column) {
        return given(row, column).stream()
                .flatMap(value -> Stream.of(value.split(";", -1)))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String required(NamedCsvRecord row, String column) {
        return given(row, column).orElseThrow(() -> new IllegalArgumentException(column + " is empty"));
    }

    private static Optional<String> given(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).filter(value -> !value.isEmpty());
    }
}
