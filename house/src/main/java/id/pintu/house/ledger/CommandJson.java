package id.pintu.house.ledger;

import id.pintu.events.MalformedEvent;
import id.pintu.events.SealedFamily;
import id.pintu.events.WireJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of a sealed family of commands: {@code type} (kebab-case) and the command's own fields.
 *
 * @param <C> the sealed type
 */
public final class CommandJson<C extends Command> {

    private final SealedFamily<C> family;
    private final Class<C> type;

    public CommandJson(Class<C> type) {
        this.type = type;
        this.family = new SealedFamily<>(type);
    }

    Class<C> type() {
        return type;
    }

    String wireName(C command) {
        return family.nameOf(command.getClass().asSubclass(type));
    }

    byte[] write(C command) {
        ObjectNode wire = WireJson.MAPPER.createObjectNode();
        wire.put("type", wireName(command));
        wire.setAll((ObjectNode) WireJson.MAPPER.valueToTree(command));
        return WireJson.MAPPER.writeValueAsBytes(wire);
    }

    C read(byte[] json) {
        try {
            if (!(WireJson.MAPPER.readTree(json) instanceof ObjectNode wire)) {
                throw new MalformedEvent("not a JSON object");
            }
            Class<? extends C> member = family.typeOf(wire.path("type").asString(""));
            if (member == null) {
                throw new MalformedEvent("unknown command type");
            }
            return WireJson.MAPPER.treeToValue(wire, member);
        } catch (JacksonException e) {
            throw new MalformedEvent(WireJson.reasonWithoutValues(e));
        }
    }
}
