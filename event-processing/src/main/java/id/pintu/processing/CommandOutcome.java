package id.pintu.processing;

/**
 * How a command ended.
 *
 * @param refusal kebab-case code, empty when it was done
 * @param detail for people, empty when it was done
 */
public record CommandOutcome(String refusal, String detail) {

    public boolean done() {
        return refusal.isEmpty();
    }
}
