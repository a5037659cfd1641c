package id.pintu.standalone.offline;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.OutboundRecord;
import id.pintu.routing.actions.ActionRefusal;
import id.pintu.routing.feeds.FeedBundle;
import id.pintu.standalone.CommandLineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Folder of an institution's offline work: {@code state.json} (institution, server, cursor), {@code records.jsonl} (what was
 * pulled) and {@code actions.jsonl} (what was done). It has texts of reports, so keep it as safe as the feed.
 */
final class OfflineFolder {

    private static final String REFUSAL = OutboundRecord.TYPE_PREFIX + ActionRefusal.WIRE_NAME;

    private final Path state;
    private final Path records;
    private final Path actions;

    /** Content of {@code state.json}. */
    record OfflineState(String institution, String server, String cursor) {}

    OfflineFolder(Path folder) {
        this.state = folder.resolve("state.json");
        this.records = folder.resolve("records.jsonl");
        this.actions = folder.resolve("actions.jsonl");
    }

    /**
     * @throws CommandLineException when nothing was pulled yet
     */
    OfflineState state() {
        return findState()
                .orElseThrow(() -> new CommandLineException("Nothing was pulled into " + state.getParent()
                        + " yet: ./pintu agency pull --institution CODE"));
    }

    Optional<OfflineState> findState() {
        return Files.exists(state)
                ? Optional.of(WireJsonMapper.MAPPER.readValue(read(state), OfflineState.class))
                : Optional.empty();
    }

    /**
     * Adds a bundle; one that was added before changes nothing.
     *
     * @return the number of new records
     * @throws CommandLineException when it is another institution's, or one before it is missing
     */
    int add(FeedBundle bundle, String server) {
        FeedBundle.BundleHeader header = bundle.header();
        Optional<OfflineState> known = findState();
        if (known.filter(each -> !each.institution().equals(header.institution()))
                .isPresent()) {
            throw new CommandLineException(
                    "The folder is of " + known.get().institution() + ", the bundle of " + header.institution() + ".");
        }
        long cursor = known.map(each -> Long.parseLong(each.cursor())).orElse(0L);
        if (Long.parseLong(header.after()) > cursor) {
            throw new CommandLineException("The bundle begins after cursor " + header.after() + ", the folder ends at "
                    + cursor + ": a bundle between is missing.");
        }
        List<JsonNode> fresh = bundle.records().stream()
                .filter(record -> Long.parseLong(record.path("cursor").asString()) > cursor)
                .toList();
        append(records, fresh.stream().map(JsonNode::toString));
        long next = Math.max(cursor, Long.parseLong(header.next()));
        replace(
                state,
                WireJsonMapper.MAPPER.writeValueAsString(
                        new OfflineState(header.institution(), server, String.valueOf(next))));
        return fresh.size();
    }

    /** The complaints of which something was pulled, by tracking number, as they were then. */
    Map<String, OfflineComplaint> complaints() {
        Map<String, OfflineComplaint> complaints = new LinkedHashMap<>();
        lines(records).forEach(line -> {
            JsonNode record = WireJsonMapper.MAPPER.readTree(line);
            if (record.path("type").asString().equals(REFUSAL)) {
                return; // of another program's action; the complaint is as it was
            }
            String number = record.path("subject").asString();
            complaints.merge(number, OfflineComplaint.of(record), OfflineComplaint::and);
        });
        return complaints;
    }

    /** All acts, in the order they were done. */
    List<OfflineAction> actions() {
        return lines(actions)
                .map(line -> WireJsonMapper.MAPPER.readValue(line, OfflineAction.class))
                .collect(Collectors.toMap(OfflineAction::id, each -> each, (one, later) -> later, LinkedHashMap::new))
                .values()
                .stream()
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }

    /** Notes an act, or its outcome: the last line of an act counts. */
    void note(OfflineAction action) {
        append(actions, Stream.of(WireJsonMapper.MAPPER.writeValueAsString(action)));
    }

    private static Stream<String> lines(Path file) {
        return Files.exists(file) ? read(file).lines().filter(line -> !line.isBlank()) : Stream.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path file, Stream<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    lines.map(line -> line + "\n").collect(Collectors.joining()),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replace(Path file, String content) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(
                    fresh,
                    content,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
