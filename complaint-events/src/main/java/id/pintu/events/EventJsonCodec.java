package id.pintu.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON codec of events: one flat object with {@code type} (kebab-case), {@code version}, the fields of
 * {@link EventMetadata}, then the event's own fields.
 *
 * <p>Reading rejects a missing required field, ignores an unknown field, and turns an unknown type into an
 * {@link UnrecognisedEvent}. {@code version} stays 1 as long as changes are limited to new optional fields.
 */
public final class EventJsonCodec {

    private static final int VERSION = 1;
    private static final List<String> STAMP_FIELDS = Arrays.stream(EventMetadata.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
    private static final ObjectWriter WRITER = WireJsonMapper.MAPPER
            .rebuild()
            .addMixIn(ComplaintEvent.class, EventBodyMixIn.class)
            .build()
            .writerFor(EventEnvelope.class);
    private static final WireTypeIndex<ComplaintEvent> WIRE_TYPES = new WireTypeIndex<>(ComplaintEvent.class);

    private EventJsonCodec() {}

    /** Wire name of an event type, such as {@code complaint-routed}. */
    public static String wireName(Class<? extends ComplaintEvent> type) {
        return WIRE_TYPES.wireNameOf(type);
    }

    /** Wire name of an event; that of an unrecognised event is the one it was read with. */
    public static String wireName(ComplaintEvent event) {
        return event instanceof UnrecognisedEvent unknown ? unknown.type() : wireName(event.getClass());
    }

    /** Event types of this build by wire name. */
    public static Map<String, Class<? extends ComplaintEvent>> types() {
        return WIRE_TYPES.types();
    }

    public static byte[] write(ComplaintEvent event) {
        if (event instanceof UnrecognisedEvent unknown) {
            return unknown.json().getBytes(StandardCharsets.UTF_8);
        }
        return WRITER.writeValueAsBytes(new EventEnvelope(wireName(event), VERSION, event.stamp(), event));
    }

    /** The JSON object of an event: metadata and the event's own fields side by side. */
    private record EventEnvelope(
            String type,
            int version,
            @JsonUnwrapped EventMetadata stamp,
            @JsonUnwrapped ComplaintEvent event) {}

    /** Keeps the event from writing its metadata a second time inside the envelope. */
    @SuppressWarnings("UnusedMethod") // the mapper reads it
    private interface EventBodyMixIn {
        @JsonIgnore
        EventMetadata stamp();
    }

    /**
     * @throws MalformedMessageException if the bytes are not a JSON object, or a required field is missing or has the
     *     wrong type; its message names the field and never quotes a value
     */
    public static ComplaintEvent read(byte[] json) {
        try {
            if (!(WireJsonMapper.MAPPER.readTree(json) instanceof ObjectNode wire)) {
                throw new MalformedMessageException("not a JSON object");
            }
            String type = text(wire, "type");
            ObjectNode stamp = WireJsonMapper.MAPPER.createObjectNode();
            for (String field : STAMP_FIELDS) {
                if (wire.has(field)) {
                    stamp.set(field, wire.path(field));
                }
            }
            Class<? extends ComplaintEvent> known = WIRE_TYPES.typeOf(type);
            if (known == null || known == UnrecognisedEvent.class) {
                return new UnrecognisedEvent(
                        WireJsonMapper.MAPPER.treeToValue(stamp, EventMetadata.class),
                        type,
                        new String(json, StandardCharsets.UTF_8));
            }
            wire.set("stamp", stamp);
            return WireJsonMapper.MAPPER.treeToValue(wire, known);
        } catch (JacksonException e) {
            throw new MalformedMessageException(WireJsonMapper.reasonWithoutValues(e));
        }
    }

    private static String text(ObjectNode wire, String field) {
        JsonNode value = wire.path(field);
        if (!value.isString()) {
            throw new MalformedMessageException("field '" + field + "' is missing or not a text");
        }
        return value.stringValue();
    }
}
