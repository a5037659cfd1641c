package id.pintu.standalone.documents;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ranges of an index that hold all documents which can match a query, and perhaps others: the query is applied to each of them
 * again. Used are equality and {@code $in} on the first fields of the index, and a range on the field after them.
 *
 * @param fields how many fields of the index narrow the ranges; the more, the fewer documents are read
 * @param exact whether all of them by equality
 * @param ranges in order, without overlaps
 */
record IndexPlan(int fields, boolean exact, List<KeyRange> ranges) {

    private static final Set<String> RANGE_OPERATORS = Set.of("$gt", "$gte", "$lt", "$lte");

    /** More ranges than that cost more than they spare. */
    private static final int MAX_RANGES = 10_000;

    /**
     * Plan for a query.
     *
     * @param prefix of all keys of the index
     * @param fields of the index
     * @param scalar whether no field can be an array; of an array each element may satisfy another condition
     * @return empty when the index does not help
     */
    static Optional<IndexPlan> of(byte[] prefix, List<String> fields, boolean scalar, Document query) {
        Map<String, List<Object>> conditions = new HashMap<>();
        collect(query, conditions);
        List<byte[]> prefixes = List.of(prefix);
        int used = 0;
        for (String field : fields) {
            List<Object> onField = conditions.getOrDefault(field, List.of());
            Optional<List<Object>> values = equalValues(onField);
            if (values.isEmpty() || (long) prefixes.size() * values.get().size() > MAX_RANGES) {
                Optional<List<KeyRange>> ranges = bounds(prefixes, scalar ? onField : firstRange(onField));
                if (ranges.isPresent()) {
                    return Optional.of(new IndexPlan(used + 1, false, merged(ranges.get())));
                }
                break;
            }
            prefixes = extended(prefixes, values.get());
            used++;
        }
        return used == 0
                ? Optional.empty()
                : Optional.of(new IndexPlan(
                        used,
                        true,
                        merged(prefixes.stream().map(KeyRange::startingWith).toList())));
    }

    /** The ranges in order, so that none has a key of another one. */
    private static List<KeyRange> merged(List<KeyRange> ranges) {
        List<KeyRange> merged = new ArrayList<>();
        ranges.stream()
                .sorted((left, right) -> KeyValueStore.compare(left.from(), right.from()))
                .forEach(range -> {
                    if (merged.isEmpty()
                            || KeyValueStore.compare(merged.getLast().to(), range.from()) <= 0) {
                        merged.add(range);
                    } else if (KeyValueStore.compare(merged.getLast().to(), range.to()) < 0) {
                        merged.add(new KeyRange(merged.removeLast().from(), range.to()));
                    }
                });
        return merged;
    }

    private static List<Object> firstRange(List<Object> conditions) {
        return conditions.stream()
                .filter(condition -> condition instanceof Document operators
                        && operators.keySet().stream().anyMatch(RANGE_OPERATORS::contains))
                .limit(1)
                .toList();
    }

    private static void collect(Document query, Map<String, List<Object>> conditions) {
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            if (entry.getKey().equals("$and") && entry.getValue() instanceof Collection<?> clauses) {
                clauses.forEach(clause -> {
                    if (clause instanceof Document document) {
                        collect(document, conditions);
                    }
                });
            } else if (!entry.getKey().startsWith("$")) {
                conditions
                        .computeIfAbsent(entry.getKey(), field -> new ArrayList<>())
                        .add(entry.getValue());
            }
        }
    }

    /** Values one of which the field must have; empty when no condition says so. */
    private static Optional<List<Object>> equalValues(List<Object> conditions) {
        for (Object condition : conditions) {
            if (!isExpression(condition)) {
                if (!(condition instanceof Collection)) {
                    return Optional.of(Collections.singletonList(condition));
                }
            } else if (condition instanceof Document operators) {
                if (operators.containsKey("$eq") && !(operators.get("$eq") instanceof Collection)) {
                    return Optional.of(Collections.singletonList(operators.get("$eq")));
                }
                if (operators.get("$in") instanceof Collection<?> values
                        && values.stream()
                                .noneMatch(value -> value instanceof Collection
                                        || BsonRegularExpression.isRegularExpression(value))) {
                    return Optional.of(new ArrayList<>(new LinkedHashSet<>(values)));
                }
            }
        }
        return Optional.empty();
    }

    private static List<byte[]> extended(List<byte[]> prefixes, List<Object> values) {
        return prefixes.stream()
                .flatMap(prefix ->
                        values.stream().map(value -> KeyValueStore.key(prefix, OrderedKeyCodec.encode(value))))
                .toList();
    }

    /** Ranges between the bounds on a field; a bound only compares with values of its own type. */
    private static Optional<List<KeyRange>> bounds(List<byte[]> prefixes, List<Object> conditions) {
        List<KeyRange> ranges = new ArrayList<>();
        for (byte[] prefix : prefixes) {
            byte[] from = null;
            byte[] to = null;
            for (Object condition : conditions) {
                if (condition instanceof Document operators && isExpression(condition)) {
                    for (Map.Entry<String, Object> bound : operators.entrySet()) {
                        if (!RANGE_OPERATORS.contains(bound.getKey()) || !OrderedKeyCodec.isOrdered(bound.getValue())) {
                            continue;
                        }
                        byte[] key = KeyValueStore.key(prefix, OrderedKeyCodec.encode(bound.getValue()));
                        byte[] type = KeyValueStore.key(prefix, OrderedKeyCodec.typeOf(bound.getValue()));
                        if (bound.getKey().startsWith("$gt")) {
                            from = from == null || KeyValueStore.compare(from, key) < 0 ? key : from;
                            to = to == null ? KeyValueStore.endOf(type) : to;
                        } else {
                            byte[] end = KeyValueStore.endOf(key);
                            from = from == null ? type : from;
                            to = to == null || KeyValueStore.compare(end, to) < 0 ? end : to;
                        }
                    }
                }
            }
            if (from == null || to == null) {
                return Optional.empty();
            }
            if (KeyValueStore.compare(from, to) < 0) {
                ranges.add(new KeyRange(from, to));
            }
        }
        return Optional.of(ranges);
    }

    private static boolean isExpression(Object condition) {
        return BsonRegularExpression.isRegularExpression(condition)
                || (condition instanceof Document document
                        && document.keySet().stream().anyMatch(key -> key.startsWith("$")));
    }
}
