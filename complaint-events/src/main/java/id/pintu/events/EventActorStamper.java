package id.pintu.events;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stamper of events with who caused them, so that the code which decides on a command need not know who sent it. Every event
 * is a record with a component {@code stamp}; the copy differs in that one only.
 */
public final class EventActorStamper {

    private static final Map<Class<? extends ComplaintEvent>, EventCopier> COPIERS =
            EventJsonCodec.types().values().stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), EventCopier::of));

    private EventActorStamper() {}

    /** The same event, caused by this actor. */
    public static ComplaintEvent stamp(ComplaintEvent event, EventActor actor) {
        EventCopier copier = COPIERS.get(event.getClass());
        if (copier == null) {
            throw new IllegalArgumentException("no event of the contract");
        }
        return copier.copy(event, event.stamp().withActor(actor));
    }

    /** Copier of the events of one type. */
    private record EventCopier(Constructor<? extends ComplaintEvent> constructor, List<RecordComponent> components) {

        static EventCopier of(Class<? extends ComplaintEvent> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                return new EventCopier(
                        type.getDeclaredConstructor(Arrays.stream(components)
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new)),
                        List.of(components));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        ComplaintEvent copy(ComplaintEvent event, EventMetadata stamp) {
            try {
                Object[] values = new Object[components.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = components.get(i).getType() == EventMetadata.class
                            ? stamp
                            : components.get(i).getAccessor().invoke(event);
                }
                return constructor.newInstance(values);
            } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("an event of the contract cannot be copied", e);
            }
        }
    }
}
