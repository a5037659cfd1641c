package id.pintu.sla.yaml;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.sla.policy.ClockLimit;
import id.pintu.sla.policy.EscalationStep;
import id.pintu.sla.policy.ReminderRule;
import id.pintu.sla.policy.SlaPolicies;
import id.pintu.sla.policy.SlaPolicy;
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

/** YAML reader of {@code policies.yml}; the comments in that file describe the format. */
public final class SlaPolicyYamlReader {

    private static final Set<String> POLICY = fields(
            "name", "valid-from", "limits", "remind", "escalate", "pause-limit", "reclassification-grace", "extension");
    private static final Set<String> LIMIT = fields("name", "clock", "days", "unit", "kinds");
    private static final Set<String> ESCALATION_STEP = fields("to", "after", "needs-consent");
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

    private SlaPolicyYamlReader() {}

    /**
     * Reads and validates all policies of a file.
     *
     * @throws IllegalArgumentException if the file is invalid; the message names file, line and reason
     */
    public static SlaPolicies read(Resource file) {
        String name = String.valueOf(file.getFilename());
        try (InputStream bytes = file.getInputStream()) {
            Node root = new Yaml(new LoaderOptions()).compose(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            if (root == null) {
                throw new IllegalArgumentException(name + " line 1: the file is empty");
            }
            YamlNodeReader policies = new YamlNodeReader(name, root).field(fields("policies"), "policies");
            List<SlaPolicy> read = policies.list().stream()
                    .map(each -> each.parse(SlaPolicyYamlReader::policy))
                    .toList();
            return policies.parse(all -> new SlaPolicies(read));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new IllegalArgumentException(name + " line " + line + ": " + e.getProblem(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static SlaPolicy policy(YamlNodeReader node) {
        Map<String, YamlNodeReader> fields = node.fields(POLICY);
        return new SlaPolicy(
                node.field(POLICY, "name").text(),
                Optional.ofNullable(fields.get("valid-from"))
                        .map(SlaPolicyYamlReader::date)
                        .orElse(LocalDate.MIN),
                list(fields.get("limits"), SlaPolicyYamlReader::limit),
                byClock(fields.get("remind"), SlaPolicyYamlReader::reminder),
                byClock(fields.get("escalate"), SlaPolicyYamlReader::escalationStep),
                Optional.ofNullable(fields.get("pause-limit")).map(days -> days.number(1)),
                Optional.ofNullable(fields.get("reclassification-grace")).map(days -> days.number(0)),
                Optional.ofNullable(fields.get("extension")).map(days -> days.number(0)));
    }

    private static ClockLimit limit(YamlNodeReader node) {
        Map<String, YamlNodeReader> fields = node.fields(LIMIT);
        return new ClockLimit(
                node.field(LIMIT, "name").text(),
                node.field(LIMIT, "clock").enumValue(SlaClockType.class),
                Set.copyOf(list(fields.get("kinds"), kind -> kind.enumValue(ComplaintKind.class))),
                node.field(LIMIT, "days").number(1),
                Optional.ofNullable(fields.get("unit"))
                        .map(unit -> unit.enumValue(DeadlineUnit.class))
                        .orElse(DeadlineUnit.WORKING_DAYS));
    }

    private static ReminderRule reminder(YamlNodeReader node) {
        Matcher share = SHARE.matcher(node.text());
        if (share.matches()) {
            return new ReminderRule.AfterShareOfTime(Integer.parseInt(share.group(1)));
        }
        Matcher before = BEFORE.matcher(node.text());
        if (before.matches()) {
            return new ReminderRule.BeforeDeadline(Integer.parseInt(before.group(1)));
        }
        throw node.invalid("expected 50% or '1 working day before', not '" + node.text() + "'");
    }

    private static EscalationStep escalationStep(YamlNodeReader node) {
        Map<String, YamlNodeReader> fields = node.fields(ESCALATION_STEP);
        YamlNodeReader to = node.field(ESCALATION_STEP, "to");
        if (!RECIPIENTS.contains(to.text())) {
            throw to.invalid("'" + to.text() + "' is not one of " + String.join(", ", RECIPIENTS));
        }
        return new EscalationStep(
                node.field(ESCALATION_STEP, "after").number(0),
                to.text(),
                Optional.ofNullable(fields.get("needs-consent"))
                        .map(YamlNodeReader::bool)
                        .orElse(false));
    }

    private static <T> Map<SlaClockType, List<T>> byClock(
            @Nullable YamlNodeReader node, Function<YamlNodeReader, T> parser) {
        Map<SlaClockType, List<T>> parts = new EnumMap<>(SlaClockType.class);
        if (node != null) {
            node.fields(CLOCKS).forEach((name, each) -> parts.put(clock(name), list(each, parser)));
        }
        return parts;
    }

    private static <T> List<T> list(@Nullable YamlNodeReader node, Function<YamlNodeReader, T> parser) {
        return node == null
                ? List.of()
                : node.list().stream().map(each -> each.parse(parser)).toList();
    }

    private static LocalDate date(YamlNodeReader node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.invalid("expected a date such as 2026-07-01, not '" + node.text() + "'");
        }
    }

    private static SlaClockType clock(String name) {
        return SlaClockType.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static Set<String> fields(String... names) {
        return Arrays.stream(names).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
