package id.pintu.support.deadletters;

import id.pintu.events.WireJsonMapper;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Mask over the content of a broken record: its structure stays, and each string that a person may have written is replaced
 * by its length.
 */
final class DeadLetterContentMask {

    /** Fields that no person writes. */
    private static final Set<String> TECHNICAL =
            Set.of("type", "version", "id", "complaintId", "cause", "at", "clock", "dueAt", "partOf", "submittedAt");

    private static final int MAX_TECHNICAL_LENGTH = 64;

    private DeadLetterContentMask() {}

    /** The masked content; a value that is not JSON is replaced by its length. */
    static JsonNode mask(byte[] value) {
        try {
            return mask("", WireJsonMapper.MAPPER.readTree(value));
        } catch (JacksonException e) {
            return StringNode.valueOf("not JSON, " + value.length + " bytes");
        }
    }

    private static JsonNode mask(String name, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode masked = WireJsonMapper.MAPPER.createObjectNode();
                object.propertyStream()
                        .forEach(field -> masked.set(field.getKey(), mask(field.getKey(), field.getValue())));
                yield masked;
            }
            case ArrayNode array -> {
                ArrayNode masked = WireJsonMapper.MAPPER.createArrayNode();
                array.forEach(element -> masked.add(mask(name, element)));
                yield masked;
            }
            default ->
                node.isBoolean() || node.isNull() || isTechnical(name, node)
                        ? node
                        : StringNode.valueOf("… (" + node.asString("").length() + ")");
        };
    }

    private static boolean isTechnical(String name, JsonNode node) {
        return TECHNICAL.contains(name) && node.asString("").length() <= MAX_TECHNICAL_LENGTH;
    }
}
