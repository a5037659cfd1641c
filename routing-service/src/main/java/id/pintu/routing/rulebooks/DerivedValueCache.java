package id.pintu.routing.rulebooks;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Thread-safe cache of one value that is derived from inputs: derived again on the first call after they have changed.
 *
 * @param <I> inputs, compared with {@code equals} on each call; so it should be cheap
 */
final class DerivedValueCache<I, V> implements Supplier<V> {

    private final Supplier<I> inputs;
    private final BiFunction<I, Optional<V>, V> derivation;
    private volatile @Nullable CachedValue<I, V> cached;

    private record CachedValue<I, V>(I inputs, V value) {}

    /**
     * @param derivation from the inputs and the previous value, if there is one; if it throws, nothing is cached
     */
    DerivedValueCache(Supplier<I> inputs, BiFunction<I, Optional<V>, V> derivation) {
        this.inputs = inputs;
        this.derivation = derivation;
    }

    @Override
    public V get() {
        CachedValue<I, V> current = cached;
        return current != null && current.inputs().equals(inputs.get()) ? current.value() : derive();
    }

    private synchronized V derive() {
        CachedValue<I, V> current = cached;
        I latest = inputs.get();
        if (current != null && current.inputs().equals(latest)) {
            return current.value();
        }
        V value = derivation.apply(latest, Optional.ofNullable(current).map(CachedValue::value));
        cached = new CachedValue<>(latest, value);
        return value;
    }
}
