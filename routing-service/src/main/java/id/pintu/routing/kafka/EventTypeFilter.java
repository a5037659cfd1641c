package id.pintu.routing.kafka;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.MalformedMessageException;
import id.pintu.processing.OutboundRecord;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Those events of the ledger that matter to one reader. The others are passed by their header: parsing is what costs. */
final class EventTypeFilter {

    private final Set<String> types;

    private EventTypeFilter(Set<String> types) {
        this.types = types;
    }

    /**
     * @param matters whether events of this type do
     */
    static EventTypeFilter accepting(Predicate<Class<? extends ComplaintEvent>> matters) {
        return new EventTypeFilter(EventJsonCodec.types().entrySet().stream()
                .filter(each -> matters.test(each.getValue()))
                .map(Map.Entry::getKey)
                .map(name -> OutboundRecord.TYPE_PREFIX + name)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * The event, when it is one that matters.
     *
     * @throws MalformedMessageException when it says of itself that it is one, and cannot be read
     */
    Optional<ComplaintEvent> readIfMatching(ConsumerRecord<byte[], byte[]> record) {
        return matters(record.headers().lastHeader(OutboundRecord.CE_TYPE))
                ? Optional.of(event(record.value()))
                : Optional.empty();
    }

    private boolean matters(@Nullable Header type) {
        return type != null && type.value() != null && types.contains(new String(type.value(), StandardCharsets.UTF_8));
    }

    private static ComplaintEvent event(byte @Nullable [] json) {
        if (json == null) {
            throw new MalformedMessageException("no value");
        }
        return EventJsonCodec.read(json);
    }
}
