package id.pintu.processing;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * Codec and decider of a service's commands, with the command type erased.
 *
 * @param <S> the decider's state
 */
interface CommandHandler<S> {

    ComplaintCommand read(byte[] bytes);

    CommandDecider.CommandDecision decide(S state, ComplaintCommand command, Instant now);

    /** {@linkplain CommandDecider#version Version} of a state. */
    OptionalInt version(S state);

    static <S, C extends ComplaintCommand> CommandHandler<S> of(CommandCodec<C> codec, CommandDecider<S, C> decider) {
        return new CommandHandler<>() {
            @Override
            public ComplaintCommand read(byte[] bytes) {
                return codec.read(bytes);
            }

            @Override
            public CommandDecider.CommandDecision decide(S state, ComplaintCommand command, Instant now) {
                return decider.decide(state, codec.type().cast(command), now);
            }

            @Override
            public OptionalInt version(S state) {
                return decider.version(state);
            }
        };
    }
}
