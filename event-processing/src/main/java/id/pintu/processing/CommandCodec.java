package id.pintu.processing;

import id.pintu.events.MalformedMessageException;
import id.pintu.events.Sha256Digest;
import id.pintu.events.WireJsonMapper;
import id.pintu.events.WireTypeIndex;
import java.nio.ByteBuffer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON codec of a sealed family of commands: a field {@code type} (kebab-case name of the record) and the record's fields.
 *
 * @param <C> the sealed type
 */
public final class CommandCodec<C extends ComplaintCommand> {

    private final WireTypeIndex<C> family;
    private final Class<C> type;

    public CommandCodec(Class<C> type) {
        this.type = type;
        this.family = new WireTypeIndex<>(type);
    }

    Class<C> type() {
        return type;
    }

    String wireName(C command) {
        return family.wireNameOf(command.getClass().asSubclass(type));
    }

    byte[] write(C command) {
        ObjectNode wire = WireJsonMapper.MAPPER.createObjectNode();
        wire.put("type", wireName(command));
        wire.setAll((ObjectNode) WireJsonMapper.MAPPER.valueToTree(command));
        return WireJsonMapper.MAPPER.writeValueAsBytes(wire);
    }

    /**
     * Tells apart two commands with one id: 8 bytes of SHA-256 over its JSON. It is in the ledger with the events of the
     * command, which say all that the command said.
     */
    public long fingerprint(C command) {
        return fingerprint(write(command));
    }

    static long fingerprint(byte[] json) {
        return ByteBuffer.wrap(Sha256Digest.of(json)).getLong();
    }

    C read(byte[] json) {
        try {
            if (!(WireJsonMapper.MAPPER.readTree(json) instanceof ObjectNode wire)) {
                throw new MalformedMessageException("not a JSON object");
            }
            Class<? extends C> member = family.typeOf(wire.path("type").asString(""));
            if (member == null) {
                throw new MalformedMessageException("unknown command type");
            }
            return WireJsonMapper.MAPPER.treeToValue(wire, member);
        } catch (JacksonException e) {
            throw new MalformedMessageException(WireJsonMapper.reasonWithoutValues(e));
        }
    }
}
