package id.pintu.portal.institution;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The canned answers of all institutions, in memory and in the compacted topic {@code canned-answers}, keyed by the
 * institution's code, a slash and the answer's id. A change returns when it is durable.
 */
public final class OwnCannedAnswerIndex {

    /** Name of the topic. */
    public static final String TOPIC = "canned-answers";

    /** Most answers of one institution. */
    public static final int MAX_ANSWERS = 50;

    private static final String SEPARATOR = "/";

    private final CommandSender sender;
    private final Map<String, OwnCannedAnswer> answers = new ConcurrentHashMap<>();

    public OwnCannedAnswerIndex(CommandSender sender) {
        this.sender = sender;
    }

    /** Takes over a record of the topic. */
    public void handle(String key, Optional<byte[]> json) {
        put(key, json.map(bytes -> WireJsonMapper.MAPPER.readValue(bytes, OwnCannedAnswer.class)));
    }

    private void put(String key, Optional<OwnCannedAnswer> answer) {
        answer.ifPresentOrElse(found -> answers.put(key, found), () -> answers.remove(key));
    }

    /** Those of an institution, by title. */
    public List<OwnCannedAnswer> of(String institution) {
        return answers.entrySet().stream()
                .filter(each -> each.getKey().startsWith(institution + SEPARATOR))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(OwnCannedAnswer::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(OwnCannedAnswer::id))
                .toList();
    }

    public Optional<OwnCannedAnswer> find(String institution, String id) {
        return Optional.ofNullable(answers.get(institution + SEPARATOR + id));
    }

    /**
     * Adds an answer, or changes the one with its id.
     *
     * @return false when the institution has as many as it may have
     */
    public synchronized boolean save(String institution, OwnCannedAnswer answer) {
        if (find(institution, answer.id()).isEmpty() && of(institution).size() >= MAX_ANSWERS) {
            return false;
        }
        write(institution + SEPARATOR + answer.id(), answer);
        return true;
    }

    public synchronized void remove(String institution, String id) {
        if (find(institution, id).isPresent()) {
            write(institution + SEPARATOR + id, null);
        }
    }

    private void write(String key, @Nullable OwnCannedAnswer answer) {
        sender.send(new ProducerRecord<>(
                        TOPIC,
                        key.getBytes(StandardCharsets.UTF_8),
                        answer == null ? null : WireJsonMapper.MAPPER.writeValueAsBytes(answer)))
                .join();
        put(key, Optional.ofNullable(answer));
    }
}
