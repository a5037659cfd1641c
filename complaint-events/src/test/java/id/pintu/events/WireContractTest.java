package id.pintu.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Pins the JSON of every event, byte for byte in {@code golden/<wire-name>.json}, and what reading accepts and rejects. */
class WireContractTest {

    private static final String PRIVATE = "budi@example.org";

    private static final Map<String, ComplaintEvent> SAMPLES =
            SampleEvents.all().stream().collect(Collectors.toMap(EventJsonCodec::wireName, event -> event));

    /** From the sealed hierarchy itself, so that a new event without sample and golden file fails. */
    static Set<String> everyWireName() {
        return EventJsonCodec.types().entrySet().stream()
                .filter(type -> type.getValue() != UnrecognisedEvent.class)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("everyWireName")
    void everyEventIsWrittenAsItsGoldenFile(String wireName) throws IOException {
        ComplaintEvent sample = Objects.requireNonNull(SAMPLES.get(wireName), "no sample of it in SampleEvents");

        assertThat(new String(EventJsonCodec.write(sample), StandardCharsets.UTF_8) + "\n")
                .isEqualTo(golden(wireName));
        assertThat(EventJsonCodec.read(golden(wireName).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(sample);
    }

    @Test
    void everyGoldenFileIsOfAnEvent() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(everyWireName());
        }
    }

    @ParameterizedTest(name = "{0} without {1}")
    @MethodSource("everyRequiredField")
    void aMissingRequiredFieldIsRejectedByName(String wireName, List<String> field) {
        ObjectNode wire = tree(wireName);
        parentOf(field, wire).remove(field.getLast());

        assertRejectedNaming(field, wire);
    }

    @ParameterizedTest(name = "{0} with {1} null")
    @MethodSource("everyRequiredField")
    void aRequiredFieldThatIsNullIsRejectedByName(String wireName, List<String> field) {
        ObjectNode wire = tree(wireName);
        parentOf(field, wire).putNull(field.getLast());

        assertRejectedNaming(field, wire);
    }

    @ParameterizedTest(name = "{0} with a wrong {1}")
    @MethodSource("everyField")
    void aFieldOfTheWrongJsonTypeIsRejectedByNameAndNotQuoted(String wireName, List<String> field) {
        ObjectNode wire = tree(wireName);
        ObjectNode parent = parentOf(field, wire);
        if (parent.path(field.getLast()).isObject()) {
            parent.put(field.getLast(), PRIVATE);
        } else {
            parent.putObject(field.getLast()).put("value", PRIVATE);
        }

        assertRejectedNaming(field, wire);
    }

    @ParameterizedTest(name = "{0} with {1} unreadable")
    @MethodSource("everyCodedField")
    void anInvalidValueIsRejectedAndNotQuoted(String wireName, List<String> field) {
        ObjectNode wire = tree(wireName);
        parentOf(field, wire).put(field.getLast(), PRIVATE);

        assertRejectedNaming(field, wire);
    }

    @ParameterizedTest(name = "{0} without {1}")
    @MethodSource("everyOptionalField")
    void anAbsentOptionalFieldIsAccepted(String wireName, List<String> field) {
        ObjectNode wire = tree(wireName);
        parentOf(field, wire).remove(field.getLast());
        byte[] without = bytes(wire);

        assertThat(EventJsonCodec.write(EventJsonCodec.read(without))).isEqualTo(without);
    }

    @ParameterizedTest
    @MethodSource("everyWireName")
    void anUnknownFieldIsIgnored(String wireName) {
        ObjectNode wire = tree(wireName);
        wire.put("weather", "rain");
        wire.properties().stream()
                .filter(field -> field.getValue().isObject())
                .forEach(field -> ((ObjectNode) field.getValue()).put("weather", "rain"));

        assertThat(EventJsonCodec.read(bytes(wire))).isEqualTo(SAMPLES.get(wireName));
    }

    @Test
    void anUnknownTypeIsWrittenBackUnchanged() {
        byte[] wire = """
                {"type":"complaint-sung","version":3,"id":"%s","complaintId":"K7QX-9D2M-4RTB-Z",\
                "at":"2026-03-03T02:00:00Z","cause":"%s","key":{"of":["C",1,null,2.50]}}""".formatted(SampleEvents.CAUSE, SampleEvents.CAUSE).getBytes(StandardCharsets.UTF_8);

        ComplaintEvent event = EventJsonCodec.read(wire);

        assertThat(event).isInstanceOf(UnrecognisedEvent.class);
        assertThat(EventJsonCodec.wireName(event)).isEqualTo("complaint-sung");
        assertThat(event.id()).isEqualTo(SampleEvents.CAUSE);
        assertThat(EventJsonCodec.write(event))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(wire, StandardCharsets.UTF_8));
    }

    @Test
    void anUnknownTypeNeedsTheCommonFields() {
        assertThatThrownBy(() -> read("{\"type\":\"complaint-sung\"}"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("'id'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "\"" + PRIVATE + "\"", "{\"type\":", PRIVATE, "{\"type\":1}", "{}"})
    void malformedBytesAreRejectedAndNotQuoted(String bytes) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(MalformedMessageException.class)
                .hasNoCause()
                .hasMessageNotContaining(PRIVATE);
    }

    static Stream<Arguments> everyField() {
        return everyWireName().stream().flatMap(name -> fields(name).map(field -> arguments(name, field.path)));
    }

    static Stream<Arguments> everyRequiredField() {
        return everyWireName().stream()
                .flatMap(name ->
                        fields(name).filter(field -> !field.optional).map(field -> arguments(name, field.path)));
    }

    static Stream<Arguments> everyOptionalField() {
        return everyWireName().stream()
                .flatMap(
                        name -> fields(name).filter(field -> field.optional).map(field -> arguments(name, field.path)));
    }

    /** Required fields that do not accept arbitrary text: enums, numbers, instants, ids, zones. */
    static Stream<Arguments> everyCodedField() {
        return everyWireName().stream()
                .flatMap(name -> fields(name)
                        .filter(field -> !field.type.equals(String.class) && !field.optional)
                        .map(field -> arguments(name, field.path)));
    }

    private record WireField(List<String> path, Class<?> type, boolean optional) {}

    /** Every field of an event on the wire, nested ones included; those of the metadata are fields of the event. */
    private static Stream<WireField> fields(String wireName) {
        return fields(List.of(), Objects.requireNonNull(EventJsonCodec.types().get(wireName)));
    }

    private static Stream<WireField> fields(List<String> path, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> fields(path, component));
    }

    private static Stream<WireField> fields(List<String> path, RecordComponent component) {
        if (component.getType() == EventMetadata.class) {
            return fields(path, EventMetadata.class);
        }
        List<String> here =
                Stream.concat(path.stream(), Stream.of(component.getName())).toList();
        WireField field = new WireField(here, component.getType(), component.getType() == Optional.class);
        return component.getType().isRecord() && component.getType() != ComplaintId.class
                ? Stream.concat(Stream.of(field), fields(here, component.getType()))
                : Stream.of(field);
    }

    private static ObjectNode parentOf(List<String> field, ObjectNode wire) {
        ObjectNode parent = wire;
        for (String step : field.subList(0, field.size() - 1)) {
            parent = (ObjectNode) parent.path(step);
        }
        return parent;
    }

    private static void assertRejectedNaming(List<String> field, ObjectNode wire) {
        assertThatThrownBy(() -> EventJsonCodec.read(bytes(wire)))
                .isInstanceOf(MalformedMessageException.class)
                .hasNoCause()
                .hasMessageContaining(String.join(".", field))
                .hasMessageNotContaining(PRIVATE);
    }

    private static void read(String json) {
        EventJsonCodec.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode tree(String wireName) {
        return (ObjectNode) WireJsonMapper.MAPPER.readTree(golden(wireName));
    }

    private static byte[] bytes(ObjectNode wire) {
        return WireJsonMapper.MAPPER.writeValueAsBytes(wire);
    }

    private static String golden(String wireName) {
        try (InputStream file = WireContractTest.class.getResourceAsStream("/golden/" + wireName + ".json")) {
            assertThat(file).as("golden/" + wireName + ".json").isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
