package id.pintu.notification.notice;

/** How an attempt to deliver ended. That it could not be made now is no end: an outage is an exception. */
public sealed interface DeliveryResult {

    /** The reporter's channel took the message. */
    record Delivered() implements DeliveryResult {}

    /** It waits for a person to deliver it. */
    record AwaitingManualDelivery() implements DeliveryResult {}

    /**
     * It can never be delivered.
     *
     * @param reason kebab-case, no personal data; stands in the ledger for ever
     */
    record Undeliverable(String reason) implements DeliveryResult {

        /** The contact was erased, or never held an address of the channel. */
        public static final Undeliverable NO_ADDRESS = new Undeliverable("no-address");
    }
}
