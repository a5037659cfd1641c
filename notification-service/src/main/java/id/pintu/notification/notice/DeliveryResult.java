package id.pintu.notification.notice;

/** Result of a delivery. A temporary failure is not a result: channels throw an exception for it. */
public sealed interface DeliveryResult {

    /** The provider accepted the message. */
    record Delivered() implements DeliveryResult {}

    /** The message is in the outbox, for an operator to deliver it. */
    record AwaitingManualDelivery() implements DeliveryResult {}

    /**
     * The message can never be delivered.
     *
     * @param reason kebab-case, no personal data; kept in the ledger permanently
     */
    record Undeliverable(String reason) implements DeliveryResult {

        /** The contact was erased, or never had an address for the channel. */
        public static final Undeliverable NO_ADDRESS = new Undeliverable("no-address");
    }
}
