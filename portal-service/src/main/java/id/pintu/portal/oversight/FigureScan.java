package id.pintu.portal.oversight;

import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.portal.oversight.ComplaintFactTable.FactRow;
import id.pintu.portal.oversight.NationFigures.ChannelFigures;
import id.pintu.portal.oversight.NationFigures.HopFigures;
import id.pintu.portal.oversight.NationFigures.RoutingQuality;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Accumulator of all figures over one scan of the table. Not thread-safe. */
@SuppressWarnings("EnumOrdinal") // in memory only, never stored
final class FigureScan implements Consumer<FactRow> {

    private static final int WIB = FactTime.offset(ReportingPeriod.ZONE);
    private static final int WEEKDAYS = 7;
    private static final int HOURS = 24;

    /** 1 January 2000 was a Saturday, the sixth day of the week. */
    private static final int WEEKDAY_OF_FIRST = 5;

    private static final int USUAL_WEEKS = 4;

    private final OversightCalculation of;
    private final Predicate<String> included;
    private final int now;
    private final int firstDay;
    private final int lastDay;
    private final int[] monthOfDay;
    private final HandlingFiguresCounter[] months;
    private @Nullable InstitutionCounter[] byInstitution = new InstitutionCounter[0];
    private @Nullable HandlingFiguresCounter[] byCategory = new HandlingFiguresCounter[0];
    private final Map<String, HandlingFiguresCounter> categories = new TreeMap<>();
    private final Map<String, HandlingFiguresCounter> institutions = new TreeMap<>();
    private final int[] kinds = new int[ComplaintKind.values().length];
    private final ChannelCounter[] channels = new ChannelCounter[IntakeChannel.values().length];
    private final DayHistogram[] hops = new DayHistogram[HandlingHop.values().length];
    private final int[][] hours = new int[WEEKDAYS][HOURS];
    private int received;
    private int routed;
    private int automatic;
    private int rightAtFirst;
    private int returned;
    private int transfers;
    private int ruled;

    private record InstitutionCounter(boolean included, HandlingFiguresCounter figures, WorkingDayCounter calendar) {}

    private static final class ChannelCounter {
        private int received;
        private int last;
        private int lastWeek;
        private int weeksBefore;
    }

    /**
     * @param included whether complaints of the institution with this code are counted
     */
    FigureScan(OversightCalculation of, Predicate<String> included) {
        this.of = of;
        this.included = included;
        this.now = FactTime.of(of.now());
        this.firstDay = FactTime.day(of.period().from());
        this.lastDay = FactTime.day(of.period().to());
        this.monthOfDay = new int[lastDay - firstDay + 1];
        YearMonth first = YearMonth.from(of.period().from());
        for (int day = 0; day < monthOfDay.length; day++) {
            YearMonth month = YearMonth.from(of.period().from().plusDays(day));
            monthOfDay[day] = (month.getYear() - first.getYear()) * 12 + month.getMonthValue() - first.getMonthValue();
        }
        this.months = new HandlingFiguresCounter[of.period().months().size()];
        Arrays.setAll(months, any -> new HandlingFiguresCounter());
        Arrays.setAll(channels, any -> new ChannelCounter());
        Arrays.setAll(hops, any -> new DayHistogram());
    }

    @Override
    public void accept(FactRow row) {
        int day = FactTime.day(row.receivedAt(), WIB);
        if (day < firstDay || day > lastDay) {
            return;
        }
        InstitutionCounter institution = institution(row);
        if (!institution.included()) {
            return;
        }
        ComplaintProgress progress = row.progress();
        institution.figures().add(row, progress, institution.calendar(), now);
        months[monthOfDay[day - firstDay]].add(row, progress, institution.calendar(), now);
        category(row).add(row, progress, institution.calendar(), now);
        kinds[row.kind()]++;
        hours[(day + WEEKDAY_OF_FIRST) % WEEKDAYS][hourOf(row.receivedAt())]++;
        addChannel(row, day);
        addHops(row, institution.calendar());
        if (!row.has(FactFlag.PART)) {
            addRouting(row);
        }
    }

    private InstitutionCounter institution(FactRow row) {
        int number = row.institutionNumber();
        if (number >= byInstitution.length) {
            byInstitution = Arrays.copyOf(byInstitution, row.institutionCount());
        }
        InstitutionCounter known = byInstitution[number];
        if (known != null) {
            return known;
        }
        String code = row.institution();
        InstitutionCounter added = new InstitutionCounter(
                included.test(code),
                new HandlingFiguresCounter(),
                of.calendars().apply(code));
        byInstitution[number] = added;
        if (added.included()) {
            institutions.put(code, added.figures());
        }
        return added;
    }

    private HandlingFiguresCounter category(FactRow row) {
        int number = row.categoryNumber();
        if (number >= byCategory.length) {
            byCategory = Arrays.copyOf(byCategory, row.categoryCount());
        }
        HandlingFiguresCounter known = byCategory[number];
        if (known != null) {
            return known;
        }
        HandlingFiguresCounter added = new HandlingFiguresCounter();
        byCategory[number] = added;
        categories.put(row.category(), added);
        return added;
    }

    private static int hourOf(int time) {
        return (int) (((long) time + WIB) % FactTime.SECONDS_OF_A_DAY / 3600);
    }

    private void addChannel(FactRow row, int day) {
        ChannelCounter channel = channels[row.channel()];
        channel.received++;
        channel.last = Math.max(channel.last, row.receivedAt());
        int weeksAgo = (Math.min(lastDay, FactTime.day(now, WIB)) - day) / WEEKDAYS;
        if (weeksAgo == 0) {
            channel.lastWeek++;
        } else if (weeksAgo <= USUAL_WEEKS) {
            channel.weeksBefore++;
        }
    }

    private void addHops(FactRow row, WorkingDayCounter calendar) {
        addHop(HandlingHop.TO_FIRST_INSTITUTION, row.receivedAt(), row.firstAssignedAt(), calendar);
        if (row.institutionNumber() != 0 && row.assignment() > 1) {
            addHop(HandlingHop.BETWEEN_INSTITUTIONS, row.firstAssignedAt(), row.since(), calendar);
        }
        addHop(HandlingHop.TO_FIRST_STEP, row.since(), row.firstActAt(), calendar);
        addHop(HandlingHop.TO_ANSWER, row.firstActAt(), row.answeredAt(), calendar);
    }

    private void addHop(HandlingHop hop, int from, int to, WorkingDayCounter calendar) {
        if (from != FactTime.NONE && to != FactTime.NONE) {
            hops[hop.ordinal()].add(calendar.between(from, to));
        }
    }

    private void addRouting(FactRow row) {
        received++;
        returned += row.has(FactFlag.RETURNED) ? 1 : 0;
        ruled += row.has(FactFlag.RULED) ? 1 : 0;
        transfers += Math.max(0, row.assignment() - 1);
        if (row.firstAssignedAt() != FactTime.NONE) {
            routed++;
            automatic += row.has(FactFlag.HELD_AT_FIRST) ? 0 : 1;
            rightAtFirst += row.has(FactFlag.RETURNED) || row.assignment() > 1 ? 0 : 1;
        }
    }

    HandlingFigures total() {
        HandlingFiguresCounter total = new HandlingFiguresCounter();
        institutions.values().forEach(total::addAll);
        return total.figures();
    }

    /** By code; the empty one is the national desk. */
    Map<String, HandlingFiguresCounter> institutions() {
        return institutions;
    }

    HandlingFigures figuresOf(String institution) {
        return institutions
                .getOrDefault(institution, new HandlingFiguresCounter())
                .figures();
    }

    Map<YearMonth, HandlingFigures> months() {
        Map<YearMonth, HandlingFigures> figures = new LinkedHashMap<>();
        List<YearMonth> names = of.period().months();
        for (int i = 0; i < months.length; i++) {
            figures.put(names.get(i), months[i].figures());
        }
        return figures;
    }

    Map<String, HandlingFigures> categories() {
        return OversightCalculation.figures(categories);
    }

    Map<ComplaintKind, Integer> kinds() {
        Map<ComplaintKind, Integer> counts = new EnumMap<>(ComplaintKind.class);
        for (ComplaintKind kind : ComplaintKind.values()) {
            counts.put(kind, kinds[kind.ordinal()]);
        }
        return counts;
    }

    Map<IntakeChannel, ChannelFigures> channels() {
        Map<IntakeChannel, ChannelFigures> figures = new EnumMap<>(IntakeChannel.class);
        for (IntakeChannel channel : IntakeChannel.values()) {
            ChannelCounter counter = channels[channel.ordinal()];
            if (counter.received > 0) {
                figures.put(
                        channel,
                        new ChannelFigures(
                                counter.received,
                                FactTime.instant(counter.last),
                                counter.lastWeek,
                                counter.weeksBefore / (double) USUAL_WEEKS));
            }
        }
        return figures;
    }

    RoutingQuality routing() {
        return new RoutingQuality(received, routed, automatic, rightAtFirst, returned, transfers, ruled);
    }

    Map<HandlingHop, HopFigures> hops() {
        Map<HandlingHop, HopFigures> figures = new EnumMap<>(HandlingHop.class);
        for (HandlingHop hop : HandlingHop.values()) {
            DayHistogram days = hops[hop.ordinal()];
            figures.put(hop, new HopFigures(days.total(), days.days(), days.spread()));
        }
        return figures;
    }

    List<List<Integer>> hours() {
        List<List<Integer>> week = new ArrayList<>();
        for (int[] day : hours) {
            week.add(Arrays.stream(day).boxed().toList());
        }
        return week;
    }
}
