package id.pintu.notification.institutions.delivery;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Journal of mails to institutions, in memory and in the compacted topic {@code institution-mails}: unlike the leases it
 * outlives the document store, so a rebuild sends nothing again.
 */
public final class SentMailJournal {

    /** Name of the topic: key = id of the mail, value = {@link SentMail}. */
    public static final String TOPIC = "institution-mails";

    private final CommandSender sender;
    private final Map<UUID, SentMail> mails = new ConcurrentHashMap<>();

    /** Recipient and event of each mail. */
    private final Set<ToldEvent> told = ConcurrentHashMap.newKeySet();

    private record ToldEvent(String recipient, UUID event) {}

    public SentMailJournal(CommandSender sender) {
        this.sender = sender;
    }

    /** Takes over a record of the topic. */
    public void handle(String key, Optional<byte[]> json) {
        UUID id = UUID.fromString(key);
        json.map(bytes -> WireJsonMapper.MAPPER.readValue(bytes, SentMail.class))
                .ifPresentOrElse(mail -> put(id, mail), () -> remove(id));
    }

    boolean contains(UUID id) {
        return mails.containsKey(id);
    }

    /** Whether a recipient was told of an event, or refused the mail about it. */
    boolean isTold(String recipient, UUID event) {
        return told.contains(new ToldEvent(recipient, event));
    }

    /** Writes a mail, and returns when that is durable. Writing it twice is harmless. */
    void record(UUID id, SentMail mail) {
        write(id, WireJsonMapper.MAPPER.writeValueAsBytes(mail));
        put(id, mail);
    }

    /** Removes a mail that cannot become due again. */
    void forget(UUID id) {
        write(id, null);
        remove(id);
    }

    /** Ids of the mails from before this time. */
    List<UUID> before(Instant time) {
        return mails.entrySet().stream()
                .filter(each -> each.getValue().at().isBefore(time))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void put(UUID id, SentMail mail) {
        mails.put(id, mail);
        mail.events().forEach(event -> told.add(new ToldEvent(mail.recipient(), event)));
    }

    private void remove(UUID id) {
        SentMail former = mails.remove(id);
        if (former != null) {
            former.events().forEach(event -> told.remove(new ToldEvent(former.recipient(), event)));
        }
    }

    private void write(UUID id, byte @Nullable [] value) {
        sender.send(new ProducerRecord<>(TOPIC, id.toString().getBytes(StandardCharsets.UTF_8), value))
                .join();
    }
}
