package id.pintu.sla.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reader of one YAML node with its position in the file; rejects a node that does not have the expected form. */
record YamlNodeReader(String file, Node node) {

    /** Four years of working days; the working calendar ends, and a limit must not reach beyond it. */
    private static final int MAXIMUM = 1_000;

    /** Exception with the file and line of this node. */
    IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException(
                file + " line " + (node.getStartMark().getLine() + 1) + ": " + reason);
    }

    /** The fields of a mapping, by name. */
    Map<String, YamlNodeReader> fields(Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw invalid("expected fields such as " + String.join(", ", known));
        }
        Map<String, YamlNodeReader> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNodeReader key = new YamlNodeReader(file, tuple.getKeyNode());
            if (!known.contains(key.text())) {
                throw key.invalid("unknown field '" + key.text() + "'; known are " + String.join(", ", known));
            }
            if (fields.put(key.text(), new YamlNodeReader(file, tuple.getValueNode())) != null) {
                throw key.invalid("'" + key.text() + "' is given twice");
            }
        }
        return fields;
    }

    /** A required field of a mapping. */
    YamlNodeReader field(Set<String> known, String name) {
        return Optional.ofNullable(fields(known).get(name)).orElseThrow(() -> invalid("'" + name + "' is missing"));
    }

    List<YamlNodeReader> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw invalid("expected a list");
        }
        return sequence.getValue().stream()
                .map(each -> new YamlNodeReader(file, each))
                .toList();
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw invalid("expected a text");
        }
        return scalar.getValue().strip();
    }

    int number(int minimum) {
        try {
            int number = Integer.parseInt(text());
            if (number > MAXIMUM) {
                throw invalid("expected at most " + MAXIMUM + ", not '" + text() + "'");
            }
            if (number >= minimum) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw invalid("expected a whole number of at least " + minimum + ", not '" + text() + "'");
    }

    boolean bool() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid("expected true or false, not '" + text() + "'");
        };
    }

    /** One of an enum's values in kebab-case. */
    <E extends Enum<E>> E enumValue(Class<E> values) {
        return Arrays.stream(values.getEnumConstants())
                .filter(value -> kebab(value).equals(text()))
                .findFirst()
                .orElseThrow(() -> invalid("'" + text() + "' is not one of "
                        + Arrays.stream(values.getEnumConstants())
                                .map(YamlNodeReader::kebab)
                                .collect(Collectors.joining(", "))));
    }

    /** Applies a parser; an IllegalArgumentException of a record it makes gets this node's file and line. */
    <T> T parse(Function<YamlNodeReader, T> parser) {
        try {
            return parser.apply(this);
        } catch (IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage());
            throw reason.startsWith(file + " line ") ? e : invalid(reason);
        }
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
