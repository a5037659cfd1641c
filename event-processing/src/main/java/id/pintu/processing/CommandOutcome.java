package id.pintu.processing;

/**
 * Stored result of a command.
 *
 * @param refusal kebab-case code; empty when it was accepted
 * @param detail for people; empty when it was accepted
 */
public record CommandOutcome(String refusal, String detail) {

    public boolean done() {
        return refusal.isEmpty();
    }
}
