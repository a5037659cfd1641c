package id.pintu.systemtest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the filters and sorts of every MongoDB query in the code with the indexes that its class declares: the fields of
 * a query that is not by {@code _id} must be the first fields of one index.
 */
class MongoQueryIndexTest {

    private static final Pattern QUERIED =
            Pattern.compile("(?:Filters\\.\\w+\\(\\s*\"([\\w.]+)\"\\s*,|Sorts\\.\\w+\\(\\s*\"([\\w.]+)\")");
    private static final Pattern DECLARED = Pattern.compile("CollectionIndex\\.of\\(([^)]*)\\)");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    /** {@code Filters.eq(value)} compares {@code _id}. */
    private static final Pattern BY_ID = Pattern.compile("Filters\\.eq\\([^,()]*(?:\\([^()]*\\))*[^,()]*\\)");

    @Test
    void everyQueryHasAnIndex() {
        List<String> missing = new ArrayList<>();
        int checked = 0;
        for (Path file : sources()) {
            String code = read(file);
            if (!code.contains("getCollection(\"")) {
                continue;
            }
            List<List<String>> indexes = indexes(code);
            for (String method : code.split("\n    }\n", -1)) {
                Set<String> fields = fields(method);
                if (fields.isEmpty() || BY_ID.matcher(method).find()) {
                    continue;
                }
                checked++;
                if (indexes.stream().noneMatch(index -> covers(index, fields))) {
                    missing.add(file.getFileName() + " " + fields);
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(checked).isGreaterThanOrEqualTo(5);
    }

    private static boolean covers(List<String> index, Set<String> fields) {
        return index.size() >= fields.size()
                && Set.copyOf(index.subList(0, fields.size())).equals(fields);
    }

    private static Set<String> fields(String method) {
        Set<String> fields = new LinkedHashSet<>();
        Matcher queried = QUERIED.matcher(method);
        while (queried.find()) {
            fields.add(queried.group(1) == null ? queried.group(2) : queried.group(1));
        }
        fields.remove("_id");
        return fields;
    }

    /** The fields of each declared index, without the name of the collection. */
    private static List<List<String>> indexes(String code) {
        List<List<String>> indexes = new ArrayList<>();
        Matcher declared = DECLARED.matcher(code);
        while (declared.find()) {
            List<String> literals = LITERAL.matcher(declared.group(1))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            indexes.add(literals.subList(1, literals.size()));
        }
        return indexes;
    }

    private static List<Path> sources() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            List<Path> sources = new ArrayList<>();
            for (Path module : modules.filter(each -> Files.isDirectory(each.resolve("src/main/java")))
                    .toList()) {
                try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
