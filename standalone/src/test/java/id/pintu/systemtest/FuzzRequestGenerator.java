package id.pintu.systemtest;

import id.pintu.events.WireJsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Generator of requests for the operations of an OpenAPI document: about half of the values are as the schema wants them,
 * the others are of another type, out of bounds, hostile or missing. The same seed yields the same requests.
 */
final class FuzzRequestGenerator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\u00a0\u200b",
            "\u0000",
            "\u202eabc",
            "null",
            "-1",
            "0",
            "99999999999999999999",
            "1e400",
            "NaN",
            "true",
            "{\"$gt\": \"\"}",
            "' OR 1=1 --",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "=HYPERLINK(\"x\")",
            "${jndi:ldap://x}",
            "%s%n%x",
            "\ud83d\ude31\ud83c\uddee\ud83c\udde9",
            "e\u0301".repeat(40),
            "0001-01-01",
            "9999-12-31",
            "2026-02-30",
            "+999999999-12-31T23:59:59Z",
            "D.33.74",
            "99.99",
            "a".repeat(301),
            "x".repeat(5_000));

    private static final List<String> TABLES = List.of(
            "code,name\nD.33.74,Kota Semarang\n",
            "kode;nama\nD.33.74;Kota S\ufffdmarang\n",
            "\ufeffcode,name\n",
            "tanggal,nama,jenis\n2026-12-25,Natal,libur\n1200-01-01,Abad,libur\n",
            "\"",
            "\n\n\n",
            "a,a\n1,2\n",
            "=1+1,\u0000\n",
            "name,query,affair,level,institution,unit,settles,kinds,valid_from,valid_until,legal_basis\nx,(,,,,,,,,,\n",
            calendar("DTSTART:00010101", "RRULE:FREQ=SECONDLY"),
            calendar("SUMMARY:Libur", "DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:99991225"));

    private static String calendar(String... event) {
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "BEGIN:VEVENT",
                String.join("\r\n", event),
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }

    /** Operation of a document. */
    record FuzzedOperation(String address, String method, String path, JsonNode operation, JsonNode document) {}

    /** Request to be sent. */
    record FuzzRequest(String method, String url, Map<String, String> headers, byte[] body) {}

    private final Random random;
    private final List<String> complaints;
    private final Map<String, String> keys;

    /**
     * @param complaints tracking numbers that exist
     * @param keys clear keys by the name of their security scheme
     */
    FuzzRequestGenerator(long seed, List<String> complaints, Map<String, String> keys) {
        this.random = new Random(seed);
        this.complaints = complaints;
        this.keys = keys;
    }

    FuzzRequest next(FuzzedOperation target) {
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> query = new LinkedHashMap<>();
        String path = target.path();
        for (JsonNode parameter : target.operation().path("parameters")) {
            String name = parameter.path("name").asString();
            String value =
                    text(generate(name, resolve(target.document(), parameter.path("schema")), target.document(), 0));
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", encode(value.isEmpty() ? "%" : value));
                case "query" -> {
                    if (parameter.path("required").asBoolean() ? !chance(10) : chance(50)) {
                        query.put(name, value);
                    }
                }
                default -> {
                    if (chance(50)) {
                        headers.put(name, headerValue(value));
                    }
                }
            }
        }
        addKey(target.operation(), headers);
        if (chance(5)) {
            headers.put("Accept", pick(List.of("text/html", "application/xml", "nonsense", "*/*", "application/json")));
        }
        byte[] body = body(target, headers);
        String search = query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
        return new FuzzRequest(target.method(), target.address() + path + search, headers, body);
    }

    private void addKey(JsonNode operation, Map<String, String> headers) {
        if (chance(10)) {
            return;
        }
        for (JsonNode requirement : operation.path("security")) {
            for (String scheme : requirement.propertyNames()) {
                String key = keys.getOrDefault(scheme, "unknown");
                if (scheme.equals("reporterKey")) {
                    headers.put("Reporter-Key", key);
                } else {
                    headers.put("Authorization", "Bearer " + (chance(3) ? "wrong" : key));
                }
            }
        }
    }

    private byte[] body(FuzzedOperation target, Map<String, String> headers) {
        JsonNode content = target.operation().path("requestBody").path("content");
        if (content.isMissingNode() || content.isEmpty()) {
            return new byte[0];
        }
        String type = pick(List.copyOf(content.propertyNames()));
        JsonNode schema = resolve(target.document(), content.path(type).path("schema"));
        headers.put("Content-Type", type.equals("*/*") ? "text/csv" : type);
        if (type.contains("json")) {
            return mutate(generate("", schema, target.document(), 0).toString()).getBytes(StandardCharsets.UTF_8);
        }
        if (type.contains("form")) {
            StringBuilder form = new StringBuilder();
            generate("", schema, target.document(), 0)
                    .forEachEntry((name, value) -> form.append(encode(name))
                            .append('=')
                            .append(encode(text(value)))
                            .append('&'));
            return form.toString().getBytes(StandardCharsets.UTF_8);
        }
        byte[] table = pick(TABLES).getBytes(StandardCharsets.UTF_8);
        if (chance(20) && table.length > 0) {
            table[random.nextInt(table.length)] = (byte) random.nextInt(256);
        }
        return table;
    }

    /** Sometimes cuts the text, doubles a name, adds an unknown one, or nests far too deep. */
    private String mutate(String json) {
        return switch (random.nextInt(20)) {
            case 0 -> json.substring(0, random.nextInt(json.length() + 1));
            case 1 -> json.replaceFirst("\\{", "{\"text\": \"a\", \"text\": \"b\", ");
            case 2 -> json.replaceFirst("\\{", "{\"unknownField\": 1, ");
            case 3 -> "[".repeat(2_000);
            case 4 -> pick(List.of("null", "[]", "1", "\"text\"", "", "{\"\": 1}", "{\"text\": \"\\ud800\"}"));
            default -> json;
        };
    }

    private JsonNode generate(String name, JsonNode schema, JsonNode document, int depth) {
        if (chance(depth == 0 ? 3 : 12) || depth > 5) {
            return hostile();
        }
        JsonNode resolved = resolve(document, schema);
        List<JsonNode> constants = new ArrayList<>();
        resolved.path("enum").forEach(constants::add);
        if (!constants.isEmpty() && chance(80)) {
            return pick(constants);
        }
        return switch (type(resolved)) {
            case "object" -> {
                ObjectNode object = JSON.objectNode();
                resolved.path("properties").forEachEntry((property, of) -> {
                    if (chance(75)) {
                        object.set(property, generate(property, of, document, depth + 1));
                    }
                });
                yield object;
            }
            case "array" -> {
                ArrayNode array = JSON.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(generate(name, resolved.path("items"), document, depth + 1));
                }
                yield array;
            }
            case "integer" -> JSON.numberNode(pick(List.of(1, 2, 3, 5, 20, 0, -1, Integer.MAX_VALUE)));
            case "number" -> JSON.numberNode(pick(List.of(-6.99, 110.42, 0.0, 91.0, -1e300)));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.stringNode(string(name, resolved));
        };
    }

    private String string(String name, JsonNode schema) {
        if (chance(25)) {
            return pick(HOSTILE);
        }
        return switch (schema.path("format").asString()) {
            case "date" -> pick(List.of("2026-01-02", "2025-12-31", "2030-01-01", "0001-01-01"));
            case "date-time" ->
                pick(List.of("2026-01-02T03:04:05Z", "2030-01-01T00:00:00Z", "-000001-01-01T00:00:00Z"));
            case "uuid" -> pick(List.of("6f1e0d5a-4b1c-4f7e-9a55-3f1a2b3c4d5e", "0", "z"));
            default ->
                switch (name) {
                    case "id", "trackingNumber", "complaintId" -> chance(80) ? pick(complaints) : "K7QX-9D2M-4RTB-Z";
                    case "code", "institution", "wishedInstitution", "suggested", "to" ->
                        pick(List.of("D.33.74", "K.PU", "P.33", "1708", "X"));
                    case "regionCode", "region" -> pick(List.of("33.74", "33", "99.99"));
                    case "email" -> pick(List.of("siti@example.org", "root@localhost", "@", "a@b.c"));
                    case "phone", "from" ->
                        pick(List.of("081234567890", "+62 811-0000-001", "000000", "1708", "PULSA"));
                    case "why", "reason", "text", "grounds", "comment" ->
                        pick(List.of("Jalan berlubang di depan pasar", "Mohon ditindaklanjuti", "a"));
                    default -> pick(List.of("abc", "1", "2026", "Semarang"));
                };
        };
    }

    private JsonNode hostile() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextLong());
            case 2 -> JSON.numberNode(4.5);
            case 3 -> JSON.booleanNode(true);
            case 4 -> JSON.arrayNode().add(1).add("a");
            case 5 -> JSON.objectNode().put("$gt", "");
            default -> JSON.stringNode(pick(HOSTILE));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream()
                    .map(JsonNode::asString)
                    .filter(each -> !each.equals("null"))
                    .findFirst()
                    .orElse("string");
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private static JsonNode resolve(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : WireJsonMapper.MAPPER.writeValueAsString(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What an HTTP client may put into a header: Latin-1 without control characters. */
    private static String headerValue(String value) {
        return value.replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "?");
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
