package id.pintu.portal.institution;

import id.pintu.events.ComplaintId;
import id.pintu.portal.inbox.InboxEntry;
import id.pintu.portal.inbox.InboxFigures;
import id.pintu.portal.inbox.InboxList;
import id.pintu.portal.inbox.InboxListKeys;
import id.pintu.portal.inbox.InboxWords;
import id.pintu.portal.mongo.InboxRepository;
import id.pintu.portal.mongo.InboxRepository.InboxItem;
import id.pintu.portal.mongo.InboxRepository.InboxRange;
import id.pintu.portal.tracking.NationalDesk;
import id.pintu.support.regions.RegionCatalog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Queries of the inbox of an institution, within what the caller may see. */
@Component
public class InboxQueryService {

    /** Lists are counted up to this. */
    public static final int COUNT_LIMIT = 1_000;

    private static final int SEARCH_LIMIT = 200;
    private static final int MONTH_LIMIT = 20_000;

    private final InboxRepository inboxes;
    private final RegionCatalog regions;
    private final InstantSource clock;

    InboxQueryService(InboxRepository inboxes, RegionCatalog regions, InstantSource clock) {
        this.inboxes = inboxes;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Which list is asked for.
     *
     * @param unit only what this unit has
     * @param account only what this account has in hand; then the list is the open ones
     */
    public record InboxSelection(InboxList list, Optional<String> unit, Optional<String> account) {}

    /**
     * One page of a list.
     *
     * @param next cursor of the page after; empty on the last one
     */
    public record InboxListPage(List<InboxItem> items, Optional<String> next) {}

    /**
     * One page of a list.
     *
     * @param cursor {@link InboxListPage#next()} of the page before; empty for the first
     */
    public InboxListPage page(InboxScope scope, InboxSelection selection, String cursor, int limit) {
        InboxRange range = rangeOf(scope, selection);
        List<InboxItem> found = selection.list().isLatestFirst()
                ? inboxes.last(cursor.isEmpty() ? range : range.before(cursor), limit + 1)
                : inboxes.first(cursor.isEmpty() ? range : range.after(cursor), limit + 1);
        List<InboxItem> page = found.subList(0, Math.min(limit, found.size()));
        return new InboxListPage(
                page.stream().filter(item -> scope.reaches(item.entry())).toList(),
                found.size() > limit ? Optional.of(page.getLast().turn()) : Optional.empty());
    }

    /** The entries before and after one in a list; either may be absent. */
    public record Neighbours(Optional<ComplaintId> previous, Optional<ComplaintId> next) {}

    /** Neighbours of a place in a list, also when nothing is there any more. */
    public Neighbours neighbours(InboxScope scope, InboxSelection selection, String turn) {
        InboxRange range = rangeOf(scope, selection);
        Optional<ComplaintId> before =
                inboxes.last(range.before(turn), 1).stream().map(InboxItem::id).findFirst();
        Optional<ComplaintId> after =
                inboxes.first(range.after(turn), 1).stream().map(InboxItem::id).findFirst();
        return selection.list().isLatestFirst() ? new Neighbours(after, before) : new Neighbours(before, after);
    }

    private InboxRange rangeOf(InboxScope scope, InboxSelection selection) {
        Instant now = clock.instant();
        InboxRange all = InboxRange.all(selection
                .account()
                .map(account -> InboxListKeys.ofAccount(scope.institution(), account))
                .orElseGet(() -> InboxListKeys.ofList(
                        scope.institution(), selection.list(), scope.unitFor(selection.unit()), scope.account())));
        return switch (selection.list()) {
            case OVERDUE -> all.to(InboxListKeys.turn(now));
            case TODAY ->
                all.from(InboxListKeys.turn(now))
                        .to(InboxListKeys.turn(InboxListKeys.endOfDay(now, zoneOf(scope.institution()))));
            case OPEN, NEW, WAITING, ANSWERED, MINE, ENDED -> all;
        };
    }

    /** How many there are in each list but that of the ended ones, up to {@link #COUNT_LIMIT}. */
    public Map<InboxList, Integer> counts(InboxScope scope, Optional<String> unit) {
        Map<InboxList, Integer> counts = new EnumMap<>(InboxList.class);
        for (InboxList list : InboxList.values()) {
            if (list != InboxList.ENDED) {
                counts.put(
                        list,
                        inboxes.count(rangeOf(scope, new InboxSelection(list, unit, Optional.empty())), COUNT_LIMIT));
            }
        }
        return counts;
    }

    /**
     * How many each unit has in a list, by name, counted among the first 1,000; an officer of units gets these alone. None for a
     * list that no unit divides.
     */
    public Map<String, Integer> countsByUnit(InboxScope scope, InboxList list) {
        if (list == InboxList.MINE) {
            return Map.of();
        }
        InboxSelection all = new InboxSelection(list, Optional.empty(), Optional.empty());
        if (!scope.isOfUnits()) {
            return inboxes.countsByUnit(rangeOf(scope, all), COUNT_LIMIT);
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        scope.units()
                .forEach(unit -> counts.put(
                        unit,
                        inboxes.count(
                                rangeOf(scope, new InboxSelection(list, Optional.of(unit), Optional.empty())),
                                COUNT_LIMIT)));
        return counts;
    }

    /** Finds by number, or else by all words of a text, what is due first before the others; at most 200. */
    public List<InboxItem> search(InboxScope scope, String text) {
        Optional<ComplaintId> number = ComplaintId.tryParse(text);
        List<String> words = InboxWords.searched(scope.institution(), text);
        List<InboxItem> found = number.isPresent()
                ? inboxes.find(number.get()).stream().toList()
                : words.isEmpty() ? List.of() : inboxes.withWords(words, SEARCH_LIMIT);
        return found.stream()
                .filter(item -> scope.reaches(item.entry()))
                .sorted(Comparator.comparing(
                                (InboxItem item) -> item.entry().endedAt().isPresent())
                        .thenComparing(InboxItem::turn))
                .toList();
    }

    /** One complaint; empty when it is not in this inbox. */
    public Optional<InboxItem> find(InboxScope scope, ComplaintId id) {
        return inboxes.find(id).filter(item -> scope.reaches(item.entry()));
    }

    /** The other open complaints about the same incident, what is due first before the others; at most 50. */
    public List<InboxItem> sameIncident(InboxScope scope, InboxItem item) {
        ComplaintId first = item.entry().incident().orElse(item.id());
        return inboxes.first(InboxRange.all(InboxListKeys.ofIncident(scope.institution(), first)), 50).stream()
                .filter(each -> !each.id().equals(item.id()) && scope.reaches(each.entry()))
                .toList();
    }

    /** Figures of what was assigned in the latest months, this one included. */
    public InboxFigures figures(InboxScope scope, int months) {
        YearMonth current = YearMonth.from(clock.instant().atZone(zoneOf(scope.institution())));
        List<InboxEntry> entries = IntStream.range(0, months)
                .mapToObj(current::minusMonths)
                .flatMap(month ->
                        inboxes
                                .first(InboxRange.all(InboxListKeys.ofMonth(scope.institution(), month)), MONTH_LIMIT)
                                .stream())
                .map(InboxItem::entry)
                .filter(scope::reaches)
                .toList();
        return InboxFigures.of(entries);
    }

    /** Zone of an institution: that of its region; Jakarta's for those of the nation. */
    public ZoneId zoneOf(String institution) {
        return regions.zoneOf(institution.replaceFirst("^[A-Z]+\\.", "")).orElse(NationalDesk.ZONE);
    }
}
