package id.pintu.notification.institutions.delivery;

import id.pintu.events.InstitutionContact;
import id.pintu.events.InstitutionContacts;
import id.pintu.events.WireJsonMapper;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Contacts of institutions, in memory, from the compacted topic {@code institution-contacts}. */
public final class MailRecipientIndex {

    private static final int HASH_LENGTH = 16;

    private final InstallationSecrets secrets;
    private final Map<String, InstitutionContacts> contacts = new ConcurrentHashMap<>();

    public MailRecipientIndex(InstallationSecrets secrets) {
        this.secrets = secrets;
    }

    /** Takes over a record of the topic. */
    public void handle(String code, Optional<byte[]> json) {
        json.map(bytes -> WireJsonMapper.MAPPER.readValue(bytes, InstitutionContacts.class))
                .ifPresentOrElse(found -> contacts.put(code, found), () -> contacts.remove(code));
    }

    List<InstitutionContact> of(String code) {
        return contacts.getOrDefault(code, InstitutionContacts.NONE).contacts();
    }

    boolean isEmpty() {
        return contacts.isEmpty();
    }

    /** Keyed hash of a contact's address: what is recorded of it outside of the topic. */
    String hashOf(InstitutionContact contact) {
        return secrets.current(SecretPurpose.CONTACT_HASHES)
                .deriveKey("institution-mail", contact.email())
                .substring(0, HASH_LENGTH);
    }
}
