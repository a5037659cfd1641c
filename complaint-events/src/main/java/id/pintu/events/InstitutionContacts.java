package id.pintu.events;

import java.util.List;

/**
 * Contacts of an institution: the value of the compacted topic {@code institution-contacts}, keyed by the institution's code.
 * Written by routing-service and read by it and notification-service only; a tombstone erases them.
 */
public record InstitutionContacts(List<InstitutionContact> contacts) {

    /** No contacts: none were entered, or they were erased. */
    public static final InstitutionContacts NONE = new InstitutionContacts(List.of());

    public InstitutionContacts {
        contacts = List.copyOf(contacts);
    }
}
