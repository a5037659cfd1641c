package id.pintu.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event's JSON: {@code type} (kebab-case), {@code version}, the stamp's four fields, then its own.
 *
 * <p>A missing field is refused, an unknown field is borne, an unknown type becomes {@link UnrecognisedEvent}. Fields are
 * only ever added, and only optional ones, so {@code version} stays 1 for as long as that holds.
 */
public final class EventJsonCodec {

    private static final int VERSION = 1;
    private static final ObjectWriter WRITER = WireJsonMapper.MAPPER
            .rebuild()
            .addMixIn(ComplaintEvent.class, EventBodyMixIn.class)
            .build()
            .writerFor(EventEnvelope.class);
    private static final WireTypeIndex<ComplaintEvent> WIRE_TYPES = new WireTypeIndex<>(ComplaintEvent.class);

    private EventJsonCodec() {}

    /** The fixed wire name of an event type, such as {@code complaint-routed}. */
    public static String wireName(Class<? extends ComplaintEvent> type) {
        return WIRE_TYPES.wireNameOf(type);
    }

    /** The wire name this event travels under; an unrecognised one keeps its own. */
    public static String wireName(ComplaintEvent event) {
        return event instanceof UnrecognisedEvent unknown ? unknown.type() : wireName(event.getClass());
    }

    /** Every wire name this build knows, with its type. */
    public static Map<String, Class<? extends ComplaintEvent>> types() {
        return WIRE_TYPES.types();
    }

    public static byte[] write(ComplaintEvent event) {
        if (event instanceof UnrecognisedEvent unknown) {
            return unknown.json().getBytes(StandardCharsets.UTF_8);
        }
        return WRITER.writeValueAsBytes(new EventEnvelope(wireName(event), VERSION, event.stamp(), event));
    }

    /** An event as it lies on the wire: its own fields beside its stamp's, in one object. */
    private record EventEnvelope(
            String type,
            int version,
            @JsonUnwrapped EventMetadata stamp,
            @JsonUnwrapped ComplaintEvent event) {}

    /** Inside the envelope an event does not write its stamp again. */
    @SuppressWarnings("UnusedMethod") // the mapper reads it
    private interface EventBodyMixIn {
        @JsonIgnore
        EventMetadata stamp();
    }

    /**
     * @throws MalformedMessageException when it is not JSON, or a field every event of its type has is missing or of another kind;
     *     its message names the field and never quotes a value
     */
    public static ComplaintEvent read(byte[] json) {
        try {
            if (!(WireJsonMapper.MAPPER.readTree(json) instanceof ObjectNode wire)) {
                throw new MalformedMessageException("not a JSON object");
            }
            String type = text(wire, "type");
            ObjectNode stamp = WireJsonMapper.MAPPER.createObjectNode();
            for (String field : new String[] {"id", "complaintId", "at", "cause"}) {
                stamp.set(field, wire.path(field));
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
