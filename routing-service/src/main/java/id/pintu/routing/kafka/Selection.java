package id.pintu.routing.kafka;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJson;
import id.pintu.events.MalformedEvent;
import id.pintu.house.ledger.Saying;
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
final class Selection {

    private final Set<String> types;

    private Selection(Set<String> types) {
        this.types = types;
    }

    /**
     * @param matters whether events of this type do
     */
    static Selection of(Predicate<Class<? extends ComplaintEvent>> matters) {
        return new Selection(EventJson.types().entrySet().stream()
                .filter(each -> matters.test(each.getValue()))
                .map(Map.Entry::getKey)
                .map(name -> Saying.TYPE_PREFIX + name)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * The event, when it is one that matters.
     *
     * @throws MalformedEvent when it says of itself that it is one, and cannot be read
     */
    Optional<ComplaintEvent> read(ConsumerRecord<byte[], byte[]> record) {
        return matters(record.headers().lastHeader(Saying.CE_TYPE))
                ? Optional.of(event(record.value()))
                : Optional.empty();
    }

    private boolean matters(@Nullable Header type) {
        return type != null && type.value() != null && types.contains(new String(type.value(), StandardCharsets.UTF_8));
    }

    private static ComplaintEvent event(byte @Nullable [] json) {
        if (json == null) {
            throw new MalformedEvent("no value");
        }
        return EventJson.read(json);
    }
}
