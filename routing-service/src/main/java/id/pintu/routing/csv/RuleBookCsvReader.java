package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.rules.AffairLevel;
import id.pintu.routing.rules.InvalidRulesException;
import id.pintu.routing.rules.InvalidRulesException.RuleError;
import id.pintu.routing.rules.RoutingRule;
import id.pintu.routing.rules.RuleBook;
import id.pintu.routing.rules.RuleCondition;
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
public final class RuleBookCsvReader {

    private static final String YES = "ya";

    private final InstitutionRegistry registry;
    private final List<RuleError> errors = new ArrayList<>();
    private final List<RoutingRule> rules = new ArrayList<>();

    private RuleBookCsvReader(InstitutionRegistry registry) {
        this.registry = registry;
    }

    /**
     * The book, all of it or nothing.
     *
     * @throws InvalidRulesException with line and reason for each rule that cannot stand
     */
    public static RuleBook read(String version, Reader csv, InstitutionRegistry registry) {
        RuleBookCsvReader reader = new RuleBookCsvReader(registry);
        reader.read(csv);
        if (reader.rules.isEmpty() && reader.errors.isEmpty()) {
            reader.errors.add(new RuleError(0, "", "there is no rule in it"));
        }
        if (!reader.errors.isEmpty()) {
            throw new InvalidRulesException(reader.errors);
        }
        return new RuleBook(version, reader.rules);
    }

    private void read(Reader csv) {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : records) {
                int line = (int) row.getStartingLineNumber();
                try {
                    rules.add(rule(row, line));
                } catch (IllegalArgumentException e) {
                    String name = row.findField("name").orElse("");
                    errors.add(new RuleError(line, name, String.valueOf(e.getMessage())));
                }
            }
        } catch (CsvParseException e) {
            errors.add(new RuleError(0, "", "not CSV: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RoutingRule rule(NamedCsvRecord row, int line) {
        Optional<String> institution = optional(row, "institution");
        institution.filter(code -> registry.institution(code).isEmpty()).ifPresent(code -> {
            throw new IllegalArgumentException("there is no institution " + code);
        });
        RoutingRule.GovernmentAffair affair = new RoutingRule.GovernmentAffair(
                required(row, "affair"),
                parseEnum(AffairLevel.class, required(row, "level")),
                institution,
                optional(row, "unit"),
                required(row, "legal_basis"));
        return new RoutingRule(
                kebab(required(row, "name")),
                line,
                condition(row),
                affair,
                optional(row, "settles").map(RuleBookCsvReader::parseYes).orElse(false));
    }

    private RuleCondition condition(NamedCsvRecord row) {
        Set<String> regions = values(row, "regions");
        regions.stream().filter(code -> registry.region(code).isEmpty()).forEach(code -> {
            throw new IllegalArgumentException("there is no region " + code);
        });
        return new RuleCondition(
                required(row, "query"),
                regions,
                parseEnums(ComplaintKind.class, values(row, "kinds")),
                parseEnums(IntakeChannel.class, values(row, "doors")),
                values(row, "categories"),
                new RuleCondition.ValidityPeriod(date(row, "valid_from"), date(row, "valid_until")));
    }

    private static String kebab(String name) {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a name is small letters and hyphens, not '" + name + "'");
        }
        return name;
    }

    private static boolean parseYes(String value) {
        if (!value.equals(YES)) {
            throw new IllegalArgumentException("settles is 'ya' or empty, not '" + value + "'");
        }
        return true;
    }

    private static Optional<LocalDate> date(NamedCsvRecord row, String column) {
        try {
            return optional(row, column).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(column + " is a date such as 2026-01-31", e);
        }
    }

    private static <E extends Enum<E>> Set<E> parseEnums(Class<E> type, Set<String> names) {
        return names.stream().map(name -> parseEnum(type, name)).collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E>> E parseEnum(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().replace('_', '-').equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is none of "
                        + Stream.of(type.getEnumConstants())
                                .map(each ->
                                        each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))));
    }

    private static Set<String> values(NamedCsvRecord row, String column) {
        return optional(row, column).stream()
                .flatMap(value -> Stream.of(value.split(";", -1)))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String required(NamedCsvRecord row, String column) {
        return optional(row, column).orElseThrow(() -> new IllegalArgumentException(column + " is empty"));
    }

    private static Optional<String> optional(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).filter(value -> !value.isEmpty());
    }
}
