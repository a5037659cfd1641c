package id.pintu.notification.notice;

/** How an attempt to deliver ended. That it could not be made now is no end: an outage is an exception. */
public sealed interface Delivery {

    /** The reporter's channel took the message. */
    record Taken() implements Delivery {}

    /** It waits for a person to deliver it. */
    record Handed() implements Delivery {}

    /**
     * It can never be delivered.
     *
     * @param reason kebab-case, no personal data; stands in the ledger for ever
     */
    record Refused(String reason) implements Delivery {

        /** The contact was erased, or never held an address of the channel. */
        public static final Refused NO_ADDRESS = new Refused("no-address");
    }
}
