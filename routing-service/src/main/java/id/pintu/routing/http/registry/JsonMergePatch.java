package id.pintu.routing.http.registry;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396) of one JSON object by another. */
final class JsonMergePatch {

    private JsonMergePatch() {}

    /** Changes the target, and returns it. */
    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value instanceof ObjectNode nestedPatch) {
                ObjectNode nestedTarget =
                        target.path(field.getKey()) instanceof ObjectNode existing ? existing : target.objectNode();
                target.set(field.getKey(), apply(nestedTarget, nestedPatch));
            } else {
                target.set(field.getKey(), value);
            }
        });
        return target;
    }
}
