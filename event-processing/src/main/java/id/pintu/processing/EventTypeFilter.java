package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Filter and parser of ledger records by event type. Records of other types are skipped by their header, since parsing costs most. */
public final class EventTypeFilter {

    private final Set<String> types;

    private EventTypeFilter(Set<String> types) {
        this.types = types;
    }

    /**
     * Filter that accepts the event types for which the predicate holds.
     */
    public static EventTypeFilter accepting(Predicate<Class<? extends ComplaintEvent>> accepted) {
        return new EventTypeFilter(EventJsonCodec.types().entrySet().stream()
                .filter(each -> accepted.test(each.getValue()))
                .map(Map.Entry::getKey)
                .map(name -> OutboundRecord.TYPE_PREFIX + name)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Parses the record if its type is accepted.
     *
     * @throws MalformedMessageException when its type header is accepted and its value cannot be parsed
     */
    public Optional<ComplaintEvent> readIfMatching(ConsumerRecord<byte[], byte[]> record) {
        return isAccepted(record.headers().lastHeader(OutboundRecord.CE_TYPE))
                ? Optional.of(event(record.value()))
                : Optional.empty();
    }

    private boolean isAccepted(@Nullable Header type) {
        return type != null && type.value() != null && types.contains(new String(type.value(), StandardCharsets.UTF_8));
    }

    private static ComplaintEvent event(byte @Nullable [] json) {
        if (json == null) {
            throw new MalformedMessageException("no value");
        }
        return EventJsonCodec.read(json);
    }
}
