package id.pintu.routing.http.registry;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396), for an object. */
final class MergePatch {

    private MergePatch() {}

    /** The target, changed. */
    static ObjectNode of(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value instanceof ObjectNode within) {
                ObjectNode below =
                        target.path(field.getKey()) instanceof ObjectNode standing ? standing : target.objectNode();
                target.set(field.getKey(), of(below, within));
            } else {
                target.set(field.getKey(), value);
            }
        });
        return target;
    }
}
