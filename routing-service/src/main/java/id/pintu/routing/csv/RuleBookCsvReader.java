package id.pintu.routing.csv;

import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.routing.registry.DayBounds;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.rules.AffairLevel;
import id.pintu.routing.rules.InvalidRulesException;
import id.pintu.routing.rules.InvalidRulesException.RuleError;
import id.pintu.routing.rules.RoutingRule;
import id.pintu.routing.rules.RuleBook;
import id.pintu.routing.rules.RuleCondition;
import id.pintu.support.tables.InvalidTableException;
import id.pintu.support.tables.TableColumns;
import id.pintu.support.tables.TableContent;
import id.pintu.support.tables.TableReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CSV reader of rule books: tables as {@link TableReader} reads them, one rule per line. Only {@code name}, {@code query},
 * {@code affair}, {@code level} and {@code legal_basis} are required.
 */
public final class RuleBookCsvReader {

    private static final String YES = "ya";
    private static final TableColumns COLUMNS = TableColumns.of(
            List.of("name", "query", "affair", "level", "legal_basis"),
            List.of(
                    "institution",
                    "unit",
                    "settles",
                    "regions",
                    "kinds",
                    "doors",
                    "categories",
                    "valid_from",
                    "valid_until"));

    private final InstitutionRegistry registry;
    private final List<RuleError> errors = new ArrayList<>();
    private final List<RoutingRule> rules = new ArrayList<>();

    private RuleBookCsvReader(InstitutionRegistry registry) {
        this.registry = registry;
    }

    /**
     * Reads the whole rule book or fails.
     *
     * @throws InvalidRulesException with line and reason of each invalid rule
     */
    public static RuleBook read(String version, Reader csv, InstitutionRegistry registry) {
        RuleBookCsvReader reader = new RuleBookCsvReader(registry);
        reader.read(csv);
        if (reader.rules.isEmpty() && reader.errors.isEmpty()) {
            reader.errors.add(new RuleError(0, "", "the rule book has no rules"));
        }
        if (!reader.errors.isEmpty()) {
            throw new InvalidRulesException(reader.errors);
        }
        return new RuleBook(version, reader.rules);
    }

    private void read(Reader csv) {
        try {
            TableContent content = TableReader.read(csv.readAllAsString(), COLUMNS);
            content.errors()
                    .forEach(each -> errors.add(new RuleError(
                            (int) each.line(),
                            "",
                            (each.column().isEmpty() ? "" : "column '" + each.column() + "': ") + each.message())));
            content.rows().forEach(row -> read(CsvCells.of(row)));
        } catch (InvalidTableException e) {
            errors.add(new RuleError(e.line(), "", e.reason()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(CsvCells row) {
        try {
            rules.add(rule(row));
        } catch (IllegalArgumentException e) {
            errors.add(
                    new RuleError((int) row.line(), row.optional("name").orElse(""), String.valueOf(e.getMessage())));
        }
    }

    private RoutingRule rule(CsvCells row) {
        return new RoutingRule(
                name(row),
                (int) row.line(),
                condition(row),
                affair(row),
                row.parsed("settles", RuleBookCsvReader::parseYes, "is ya or empty")
                        .orElse(false));
    }

    private RoutingRule.GovernmentAffair affair(CsvCells row) {
        Optional<String> institution = row.optional("institution");
        institution.filter(code -> registry.institution(code).isEmpty()).ifPresent(code -> {
            throw new InvalidCellException("institution", "there is no institution " + code);
        });
        return new RoutingRule.GovernmentAffair(
                row.required("affair"),
                parseEnum(AffairLevel.class, "level", row.required("level")),
                institution,
                row.optional("unit"),
                row.required("legal_basis"));
    }

    private RuleCondition condition(CsvCells row) {
        List<String> regions = row.values("regions");
        regions.stream().filter(code -> registry.region(code).isEmpty()).forEach(code -> {
            throw new InvalidCellException("regions", "there is no region " + code);
        });
        return new RuleCondition(
                row.required("query"),
                Set.copyOf(regions),
                parseEnums(ComplaintKind.class, "kinds", row),
                parseEnums(IntakeChannel.class, "doors", row),
                Set.copyOf(row.values("categories")),
                validity(row));
    }

    private static RuleCondition.ValidityPeriod validity(CsvCells row) {
        Optional<LocalDate> from = day(row, "valid_from");
        Optional<LocalDate> until = day(row, "valid_until");
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            throw new InvalidCellException("valid_until", "is before valid_from");
        }
        return new RuleCondition.ValidityPeriod(from, until);
    }

    private static Optional<LocalDate> day(CsvCells row, String column) {
        Optional<LocalDate> day = row.date(column);
        if (!day.stream().allMatch(DayBounds::contain)) {
            throw new InvalidCellException(column, DayBounds.MESSAGE);
        }
        return day;
    }

    private static String name(CsvCells row) {
        String name = row.required("name");
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new InvalidCellException("name", "is small letters and hyphens, not '" + name + "'");
        }
        return name;
    }

    private static boolean parseYes(String value) {
        if (!value.equals(YES)) {
            throw new IllegalArgumentException(value);
        }
        return true;
    }

    private static <E extends Enum<E>> Set<E> parseEnums(Class<E> type, String column, CsvCells row) {
        return row.values(column).stream()
                .map(name -> parseEnum(type, column, name))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E>> E parseEnum(Class<E> type, String column, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> wireName(each).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new InvalidCellException(
                        column,
                        "'" + name + "' is none of "
                                + Stream.of(type.getEnumConstants())
                                        .map(RuleBookCsvReader::wireName)
                                        .collect(Collectors.joining(", "))));
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
