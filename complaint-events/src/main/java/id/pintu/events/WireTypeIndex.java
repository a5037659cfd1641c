package id.pintu.events;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Index of the wire names of a sealed hierarchy: {@code ComplaintRouted} is {@code complaint-routed}. It is built from
 * the permitted subclasses, so a new type needs no registration.
 *
 * @param <T> the sealed type
 */
public final class WireTypeIndex<T> {

    private final Map<String, Class<? extends T>> types = new HashMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    public WireTypeIndex(Class<T> root) {
        add(root, root);
    }

    /**
     * @throws IllegalArgumentException if the type is not a leaf of the hierarchy
     */
    public String wireNameOf(Class<? extends T> type) {
        String name = names.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type + " is not a leaf of the sealed hierarchy");
        }
        return name;
    }

    /** The type with this wire name, or null if there is none. */
    public @Nullable Class<? extends T> typeOf(String name) {
        return types.get(name);
    }

    /** Types by wire name. */
    public Map<String, Class<? extends T>> types() {
        return Map.copyOf(types);
    }

    private void add(Class<T> root, Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> member : type.getPermittedSubclasses()) {
                add(root, member);
            }
        } else {
            String name = WireJsonMapper.kebabCase(type.getSimpleName());
            types.put(name, type.asSubclass(root));
            names.put(type, name);
        }
    }
}
