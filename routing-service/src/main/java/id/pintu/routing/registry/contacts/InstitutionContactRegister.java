package id.pintu.routing.registry.contacts;

import id.pintu.events.InstitutionContact;
import id.pintu.events.InstitutionContacts;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** All contacts of institutions, in memory and in the compacted topic {@code institution-contacts}. */
public final class InstitutionContactRegister {

    private final CommandSender sender;
    private final Map<String, InstitutionContacts> contacts = new ConcurrentHashMap<>();

    public InstitutionContactRegister(CommandSender sender) {
        this.sender = sender;
    }

    /** Takes over a record of the topic. */
    public void handle(String code, Optional<byte[]> json) {
        json.map(bytes -> WireJsonMapper.MAPPER.readValue(bytes, InstitutionContacts.class))
                .ifPresentOrElse(found -> contacts.put(code, found), () -> contacts.remove(code));
    }

    public List<InstitutionContact> of(String code) {
        return contacts.getOrDefault(code, InstitutionContacts.NONE).contacts();
    }

    /** Replaces the contacts of an institution, or erases them, and returns when that is durable. */
    public void replace(String code, List<InstitutionContact> others) {
        Optional<byte[]> json = others.isEmpty()
                ? Optional.empty()
                : Optional.of(WireJsonMapper.MAPPER.writeValueAsBytes(new InstitutionContacts(others)));
        sender.send(new ProducerRecord<>(
                        TopicNames.INSTITUTION_CONTACTS, code.getBytes(StandardCharsets.UTF_8), json.orElse(null)))
                .join();
        handle(code, json);
    }
}
