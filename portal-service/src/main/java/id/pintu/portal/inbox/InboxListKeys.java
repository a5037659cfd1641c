package id.pintu.portal.inbox;

import id.pintu.events.ComplaintId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keys of the lists that an entry is in: the institution's code, the list, and for a part of it the unit, the account, the
 * incident or the month. A list is what has its key, in the order of {@link #turn}.
 */
public final class InboxListKeys {

    private static final String SEPARATOR = "|";
    private static final long WITHOUT_DEADLINE = 9_999_999_999_999L;

    private InboxListKeys() {}

    /** Keys of the lists that an entry is in; none while no institution has it. */
    public static List<String> of(ComplaintId id, InboxEntry entry) {
        return entry.assignment().map(assignment -> of(id, entry, assignment)).orElse(List.of());
    }

    private static List<String> of(ComplaintId id, InboxEntry entry, InboxAssignment assignment) {
        String institution = assignment.institution().code();
        List<String> keys = new ArrayList<>();
        for (String list :
                entry.stage().isOpen() ? List.of("open", nameOf(entry.stage())) : List.of(nameOf(entry.stage()))) {
            keys.add(key(institution, list));
            assignment.unit().ifPresent(unit -> keys.add(key(institution, list, "unit", unit)));
        }
        if (entry.stage().isOpen()) {
            assignment.account().ifPresent(account -> keys.add(ofAccount(institution, account)));
            keys.add(ofIncident(institution, entry.incident().orElse(id)));
        }
        keys.add(ofMonth(
                institution,
                YearMonth.from(
                        assignment.since().atZone(assignment.institution().zone()))));
        return List.copyOf(keys);
    }

    /** What was assigned to an institution in a month, and is with it. */
    public static String ofMonth(String institution, YearMonth month) {
        return key(institution, "month", month.toString());
    }

    /** What is open with an institution about one incident. */
    public static String ofIncident(String institution, ComplaintId first) {
        return key(institution, "incident", first.value());
    }

    /** What is open and assigned to an account. */
    public static String ofAccount(String institution, String account) {
        return key(institution, "account", account);
    }

    /**
     * What is in a list.
     *
     * @param unit only what this unit has
     */
    public static String ofList(String institution, InboxList list, Optional<String> unit, String account) {
        String name = switch (list) {
            case OPEN, OVERDUE, TODAY -> "open";
            case NEW -> nameOf(InboxStage.NEW);
            case WAITING -> nameOf(InboxStage.AWAITING_REPORTER);
            case ANSWERED -> nameOf(InboxStage.ANSWERED);
            case ENDED -> nameOf(InboxStage.ENDED);
            case MINE -> "";
        };
        return list == InboxList.MINE
                ? ofAccount(institution, account)
                : unit.map(of -> key(institution, name, "unit", of)).orElseGet(() -> key(institution, name));
    }

    /** Place of an entry in its lists: what is due first is first, what has no deadline last. */
    public static String turn(ComplaintId id, InboxEntry entry) {
        return entry.endedAt()
                        .or(() -> entry.nextDeadline().map(InboxEntry.InboxDeadline::dueAt))
                        .map(InboxListKeys::turn)
                        .orElseGet(() -> digits(WITHOUT_DEADLINE))
                + "/" + id.value();
    }

    /** First place of what is due at an instant or later. */
    public static String turn(Instant due) {
        return digits(Math.clamp(due.toEpochMilli(), 0, WITHOUT_DEADLINE));
    }

    /** Whether a text is a place in a list, as a cursor that was handed out is. */
    public static boolean isTurn(String text) {
        return text.matches("\\d{13}/[0-9A-Z-]{16}");
    }

    /** End of today in a zone. */
    public static Instant endOfDay(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static String digits(long millis) {
        return "%013d".formatted(millis);
    }

    private static String nameOf(InboxStage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static String key(String... parts) {
        return String.join(SEPARATOR, parts);
    }
}
