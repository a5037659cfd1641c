package id.pintu.events;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wire names of a sealed family of records: {@code ComplaintRouted} travels as {@code complaint-routed}.
 *
 * <p>The family is read from the sealed type itself, so there is no list to forget a member in.
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
     * @throws IllegalArgumentException when the type is no single member of the family
     */
    public String wireNameOf(Class<? extends T> type) {
        String name = names.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type + " is not one type of this family");
        }
        return name;
    }

    /** The member that travels under this name, or null when there is none. */
    public @Nullable Class<? extends T> typeOf(String name) {
        return types.get(name);
    }

    /** Every name with its type. */
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
