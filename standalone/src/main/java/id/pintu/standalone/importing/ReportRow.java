package id.pintu.standalone.importing;

import id.pintu.events.Sha256Digest;
import id.pintu.standalone.importing.RowImportResult.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Immutable row of the imported file.
 *
 * @param number of the row, from 1, without the header
 * @param line of the file where the row starts, from 1
 * @param columns fields by Pintu's column names
 * @param raw all fields unchanged; they identify a row without id
 */
record ReportRow(long number, long line, Map<String, String> columns, List<String> raw) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIELD_END = "\u001f";
    private static final Set<String> TRUE = Set.of("true", "yes", "ya", "y", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "tidak", "n", "0");

    /** Idempotency key: the same row has the same key in every run, so that intake accepts it once. */
    String idempotencyKey() {
        return "import/" + column("id").orElseGet(() -> contentHash());
    }

    /** Digest of all its fields. */
    String contentHash() {
        return Sha256Digest.hexadecimal(String.join(FIELD_END, raw));
    }

    /**
     * Checks what intake cannot: text that is not UTF-8, has control characters or is overlong, and a value of {@code anonymous} or {@code confidential} that,
     * if taken for false, could disclose the reporter.
     */
    Optional<Refused> validate() {
        Stream<Refused> garbled = columns.entrySet().stream()
                .filter(column -> column.getValue().indexOf('\uFFFD') >= 0)
                .map(column -> new Refused(column.getKey(), "is not UTF-8; save the file as UTF-8"));
        Stream<Refused> overlong = columns.entrySet().stream()
                .filter(column -> column.getValue().length() > LongFieldFilter.MAX_FIELD)
                .map(column ->
                        new Refused(column.getKey(), "has more than " + LongFieldFilter.MAX_FIELD + " characters"));
        Stream<Refused> control = columns.entrySet().stream()
                .filter(column -> column.getValue()
                        .chars()
                        .anyMatch(each -> Character.isISOControl(each) && "\n\r\t".indexOf(each) < 0))
                .map(column -> new Refused(column.getKey(), "contains a control character"));
        Stream<Refused> unclear = Stream.of("anonymous", "confidential")
                .filter(name -> column(name)
                        .filter(value -> !TRUE.contains(lower(value)) && !FALSE.contains(lower(value)))
                        .isPresent())
                .map(name -> new Refused(name, "is neither true nor false"));
        return Stream.of(overlong, garbled, control, unclear)
                .flatMap(Function.identity())
                .findFirst();
    }

    /** Request body of {@code POST /v1/complaints}; empty columns are left out. */
    String json() {
        ObjectNode report = JSON.createObjectNode();
        put(report, "text", "text");
        put(report, "title", "title");
        column("kind").ifPresent(kind -> report.put("kind", lower(kind)));
        put(report, "category", "category");
        put(report, "wishedInstitution", "institution_code");
        put(report, "occurredOn", "occurred_on");
        ObjectNode place = report.putObject("place");
        put(place, "regionCode", "region_code");
        put(place, "description", "place");
        put(place, "latitude", "latitude");
        put(place, "longitude", "longitude");
        ObjectNode contact = report.putObject("contact");
        put(contact, "name", "name");
        put(contact, "email", "email");
        put(contact, "phone", "phone");
        report.put(
                "anonymous",
                column("anonymous").map(ReportRow::lower).filter(TRUE::contains).isPresent());
        report.put(
                "confidential",
                column("confidential")
                        .map(ReportRow::lower)
                        .filter(TRUE::contains)
                        .isPresent());
        return JSON.writeValueAsString(report);
    }

    private Optional<String> column(String name) {
        return Optional.ofNullable(columns.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private void put(ObjectNode node, String field, String column) {
        column(column).ifPresent(value -> node.put(field, value));
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
