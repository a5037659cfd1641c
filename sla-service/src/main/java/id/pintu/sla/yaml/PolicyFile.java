package id.pintu.sla.yaml;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.Unit;
import id.pintu.sla.policy.Limit;
import id.pintu.sla.policy.Policies;
import id.pintu.sla.policy.Policy;
import id.pintu.sla.policy.Reminder;
import id.pintu.sla.policy.Rung;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code policies.yml}; its own remarks tell the form. */
public final class PolicyFile {

    private static final Set<String> POLICY = fields("name", "valid-from", "limits", "remind", "escalate");
    private static final Set<String> LIMIT = fields("name", "clock", "days", "unit", "kinds");
    private static final Set<String> RUNG = fields("to", "after", "needs-consent");
    private static final Set<String> CLOCKS =
            fields("desk-verification", "institution-verification", "follow-up", "reporter-silence", "overall");
    private static final Set<String> RECIPIENTS = fields(
            "liaison",
            "institution-admin",
            "institution-head",
            "province-oversight",
            "national-desk",
            "national-desk-head",
            "ministry",
            "ombudsman");
    private static final Pattern SHARE = Pattern.compile("(\\d+) ?%");
    private static final Pattern BEFORE = Pattern.compile("(\\d+) working days? before");

    private PolicyFile() {}

    /**
     * @throws IllegalArgumentException when something is not as it has to be; the message names file, line and reason
     */
    public static Policies read(Resource file) {
        String name = String.valueOf(file.getFilename());
        try (InputStream bytes = file.getInputStream()) {
            Node root = new Yaml(new LoaderOptions()).compose(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            if (root == null) {
                throw new IllegalArgumentException(name + " line 1: the file is empty");
            }
            Entry policies = new Entry(name, root).field(fields("policies"), "policies");
            List<Policy> read = policies.list().stream()
                    .map(each -> each.made(PolicyFile::policy))
                    .toList();
            return policies.made(all -> new Policies(read));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new IllegalArgumentException(name + " line " + line + ": " + e.getProblem(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Policy policy(Entry entry) {
        Map<String, Entry> fields = entry.fields(POLICY);
        return new Policy(
                entry.field(POLICY, "name").text(),
                Optional.ofNullable(fields.get("valid-from"))
                        .map(PolicyFile::date)
                        .orElse(LocalDate.MIN),
                list(fields.get("limits"), PolicyFile::limit),
                byClock(fields.get("remind"), PolicyFile::reminder),
                byClock(fields.get("escalate"), PolicyFile::rung));
    }

    private static Limit limit(Entry entry) {
        Map<String, Entry> fields = entry.fields(LIMIT);
        return new Limit(
                entry.field(LIMIT, "name").text(),
                entry.field(LIMIT, "clock").one(Clock.class),
                Set.copyOf(list(fields.get("kinds"), kind -> kind.one(ComplaintKind.class))),
                entry.field(LIMIT, "days").number(1),
                Optional.ofNullable(fields.get("unit"))
                        .map(unit -> unit.one(Unit.class))
                        .orElse(Unit.WORKING_DAYS));
    }

    private static Reminder reminder(Entry entry) {
        Matcher share = SHARE.matcher(entry.text());
        if (share.matches()) {
            return new Reminder.Share(Integer.parseInt(share.group(1)));
        }
        Matcher before = BEFORE.matcher(entry.text());
        if (before.matches()) {
            return new Reminder.Before(Integer.parseInt(before.group(1)));
        }
        throw entry.refused("expected 50% or '1 working day before', not '" + entry.text() + "'");
    }

    private static Rung rung(Entry entry) {
        Map<String, Entry> fields = entry.fields(RUNG);
        Entry to = entry.field(RUNG, "to");
        if (!RECIPIENTS.contains(to.text())) {
            throw to.refused("'" + to.text() + "' is none of " + String.join(", ", RECIPIENTS));
        }
        return new Rung(
                entry.field(RUNG, "after").number(0),
                to.text(),
                Optional.ofNullable(fields.get("needs-consent")).map(Entry::yes).orElse(false));
    }

    private static <T> Map<Clock, List<T>> byClock(@Nullable Entry entry, Function<Entry, T> maker) {
        Map<Clock, List<T>> parts = new EnumMap<>(Clock.class);
        if (entry != null) {
            entry.fields(CLOCKS).forEach((name, each) -> parts.put(clock(name), list(each, maker)));
        }
        return parts;
    }

    private static <T> List<T> list(@Nullable Entry entry, Function<Entry, T> maker) {
        return entry == null
                ? List.of()
                : entry.list().stream().map(each -> each.made(maker)).toList();
    }

    private static LocalDate date(Entry entry) {
        try {
            return LocalDate.parse(entry.text());
        } catch (DateTimeParseException e) {
            throw entry.refused("expected a date such as 2026-07-01, not '" + entry.text() + "'");
        }
    }

    private static Clock clock(String name) {
        return Clock.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static Set<String> fields(String... names) {
        return Arrays.stream(names).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
