package id.pintu.portal.pages.inbox;

import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import id.pintu.portal.desk.AccountNamesClient;
import id.pintu.portal.inbox.InboxAssignment;
import id.pintu.portal.inbox.InboxClock;
import id.pintu.portal.inbox.InboxEntry;
import id.pintu.portal.inbox.InboxStage;
import id.pintu.portal.institution.AgencyComplaint;
import id.pintu.portal.institution.DeadlineLetterClient;
import id.pintu.portal.institution.InboxAccess;
import id.pintu.portal.institution.InboxQueryService;
import id.pintu.portal.institution.InboxQueryService.Neighbours;
import id.pintu.portal.institution.InboxScope;
import id.pintu.portal.institution.OfficerAct;
import id.pintu.portal.mongo.InboxRepository.InboxItem;
import id.pintu.portal.mongo.TimelineRepository;
import id.pintu.portal.pages.DisplayedTime;
import id.pintu.portal.pages.attachments.DisplayedAttachment;
import id.pintu.portal.pages.inbox.DisplayedCase.CaseClock;
import id.pintu.portal.pages.inbox.DisplayedCase.CaseDeadline;
import id.pintu.portal.pages.inbox.DisplayedCase.CaseHandling;
import id.pintu.portal.pages.inbox.DisplayedCase.CaseHistory;
import id.pintu.portal.pages.inbox.DisplayedCase.CaseMessage;
import id.pintu.portal.pages.inbox.DisplayedCase.CaseNeighbours;
import id.pintu.portal.pages.inbox.DisplayedCase.CaseNote;
import id.pintu.portal.pages.inbox.DisplayedCase.CasePendingAct;
import id.pintu.portal.pages.inbox.DisplayedCase.CaseRelatives;
import id.pintu.portal.pages.inbox.DisplayedCase.CaseReport;
import id.pintu.portal.pages.inbox.DisplayedCase.CaseStep;
import id.pintu.portal.pages.inbox.DisplayedCase.MapPoint;
import id.pintu.portal.pages.signin.SignedInOfficer;
import id.pintu.portal.tracking.NextDeadline;
import id.pintu.portal.tracking.TimelineEntry;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.calendars.WorkingDays;
import id.pintu.support.calendars.WorkingDaysClient;
import id.pintu.support.regions.RegionCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Factory of the view of one complaint: what it says is from routing-service, which records the look; its history, deadlines and
 * place in the list are from the portal's read models.
 */
@Component
class CaseViewFactory {

    private static final int STEPS = 200;

    private final InboxQueryService inbox;
    private final InboxAccess access;
    private final SnapshotStore<TrackingReadModel> tracking;
    private final TimelineRepository timelines;
    private final DeadlineLetterClient letters;
    private final WorkingDaysClient calendars;
    private final AccountNamesClient people;
    private final PointMapFactory maps;
    private final InstantSource clock;
    private final RegionCatalog regions;

    CaseViewFactory(
            InboxQueryService inbox,
            InboxAccess access,
            SnapshotStore<TrackingReadModel> tracking,
            TimelineRepository timelines,
            DeadlineLetterClient letters,
            WorkingDaysClient calendars,
            AccountNamesClient people,
            PointMapFactory maps,
            RegionCatalog regions,
            InstantSource clock) {
        this.inbox = inbox;
        this.access = access;
        this.tracking = tracking;
        this.timelines = timelines;
        this.letters = letters;
        this.calendars = calendars;
        this.people = people;
        this.maps = maps;
        this.clock = clock;
        this.regions = regions;
    }

    /**
     * What a page about a complaint is made from.
     *
     * @param item the complaint in the inbox
     * @param complaint the same from routing-service
     */
    record CaseSource(
            InboxItem item,
            AgencyComplaint complaint,
            InboxScope scope,
            InboxPageAddress address,
            SignedInOfficer officer) {

        private Locale locale() {
            return officer.locale();
        }

        private InboxAssignment assignment() {
            return item.entry().assignment().orElseThrow();
        }

        /** The unit that has the complaint. */
        Optional<String> unit() {
            return complaint.unit().or(() -> assignment().unit());
        }

        /** Account of the officer who has it in hand. */
        Optional<String> assignee() {
            return complaint.assignee().or(() -> assignment().account());
        }

        private ZoneId zone() {
            return assignment().institution().zone();
        }

        private DisplayedTime time(Instant at) {
            return DisplayedTime.of(at, zone(), locale());
        }
    }

    /** @param choices of its forms */
    DisplayedCase of(CaseSource source, CaseChoices choices, List<OfficerAct> acts) {
        Instant now = clock.instant();
        WorkingDays calendar = calendars.of(source.address().code());
        Map<String, String> names = namesOf(source, choices);
        return new DisplayedCase(
                source.item().id().value(),
                report(source),
                handling(source, names, calendar, now),
                history(source, names),
                neighbours(source),
                relatives(source, calendar, now),
                choices,
                acts);
    }

    /** Names of those who have it in hand or wrote a note; none when account-service has just not answered. */
    private Map<String, String> namesOf(CaseSource source, CaseChoices choices) {
        return choices.names()
                .map(known -> {
                    Map<String, String> names = new HashMap<>(known);
                    names.putAll(people.namesOf(
                            source.officer().token(),
                            Stream.concat(
                                            source.assignee().stream(),
                                            source.complaint().notes().orElse(List.of()).stream()
                                                    .flatMap(note -> note.account().stream()))
                                    .filter(account -> !known.containsKey(account))
                                    .distinct()
                                    .toList()));
                    return names;
                })
                .orElse(Map.of());
    }

    private CaseReport report(CaseSource source) {
        SubmittedReport report = source.complaint().report().orElseThrow();
        return new CaseReport(
                report.title(),
                report.text(),
                "kind." + DisplayedInboxItem.wireName(report.kind()),
                Stream.concat(
                                report.place().description().stream(),
                                report.place().regionCode().stream()
                                        .map(code -> regions.nameOf(code).orElse(code)))
                        .collect(Collectors.joining(", ")),
                report.place().point().map(point -> mapPoint(point, source.locale())),
                report.occurredOn().map(Object::toString),
                source.time(source.complaint()
                        .submittedAt()
                        .orElse(source.item().entry().report().orElseThrow().submittedAt())),
                DisplayedInboxItem.badges(source.item().entry()),
                DisplayedAttachment.listOf(
                        report.attachments().orElse(List.of()),
                        number -> InboxPageAddress.ROOT + "/" + source.address().code() + "/"
                                + source.item().id() + "/lampiran/" + number,
                        source.locale()));
    }

    private MapPoint mapPoint(SubmittedReport.GeoCoordinates point, Locale locale) {
        return new MapPoint(
                String.format(Locale.ROOT, "%.5f, %.5f", point.latitude(), point.longitude()),
                String.format(Locale.ROOT, "geo:%.6f,%.6f", point.latitude(), point.longitude()),
                maps.around(point.latitude(), point.longitude(), locale));
    }

    private CaseHandling handling(CaseSource source, Map<String, String> names, WorkingDays calendar, Instant now) {
        InboxEntry entry = source.item().entry();
        Optional<String> assignee = source.assignee();
        return new CaseHandling(
                "inbox.stage." + DisplayedInboxItem.wireName(entry.stage()),
                source.unit().orElse(""),
                assignee.map(account -> names.getOrDefault(account, "")).orElse(""),
                assignee.isPresent(),
                assignee.filter(source.scope().account()::equals).isPresent(),
                source.complaint()
                        .explanation()
                        .map(text -> text.in(source.locale()))
                        .orElse(""),
                entry.nextDeadline()
                        .map(due -> new CaseDeadline(
                                new NextDeadline(due.clock(), due.dueAt())
                                        .label()
                                        .in(source.locale()),
                                DisplayedDue.of(due.dueAt(), now, source.zone(), calendar, source.locale()))),
                clocks(source, now),
                source.complaint().pending().orElse(List.of()).stream()
                        .map(pending -> new CasePendingAct(
                                pending.command(),
                                "inbox.pending." + pending.name(),
                                Math.max(
                                        1,
                                        Duration.between(now, pending.executesAt())
                                                .toSeconds()),
                                timeOfDay(pending.executesAt(), source)))
                        .toList(),
                source.complaint().version().map(String::valueOf).orElse(""));
    }

    /** With seconds: an act can be undone for some of them only. */
    private static String timeOfDay(Instant at, CaseSource source) {
        return DateTimeFormatter.ofPattern(source.locale().getLanguage().equals("en") ? "HH:mm:ss" : "HH.mm.ss")
                .format(at.atZone(source.zone()));
    }

    private List<CaseClock> clocks(CaseSource source, Instant now) {
        Map<SlaClockType, List<String>> explained =
                letters.lettersOf(source.item().id().value());
        return source.item().entry().clocks().entrySet().stream()
                .filter(each -> each.getKey() != SlaClockType.DESK_VERIFICATION)
                .sorted(Map.Entry.comparingByKey())
                .map(each -> clock(source, each.getKey(), each.getValue(), now, explained))
                .toList();
    }

    private static CaseClock clock(
            CaseSource source,
            SlaClockType type,
            InboxClock reading,
            Instant now,
            Map<SlaClockType, List<String>> explained) {
        boolean late = reading.isRunning() && reading.dueAt().isBefore(now);
        return new CaseClock(
                new NextDeadline(type, reading.dueAt()).label().in(source.locale()),
                late ? "missed" : DisplayedInboxItem.wireName(reading.phase()),
                source.time(reading.dueAt()),
                source.time(reading.basis().start()),
                reading.basis().days(),
                reading.basis().unit() == DeadlineUnit.CALENDAR_DAYS,
                reading.basis().pauses().size(),
                reading.basis().provisional(),
                reading.decree().orElse(""),
                explained.getOrDefault(type, List.of()));
    }

    private CaseHistory history(CaseSource source, Map<String, String> names) {
        CaseProgress progress = progressOf(source.item());
        return new CaseHistory(
                progress.steps().stream()
                        .map(step -> new CaseStep(
                                source.time(step.at()),
                                step.description().label().in(source.locale()),
                                step.description()
                                        .explanation()
                                        .map(text -> text.in(source.locale()))
                                        .orElse(""),
                                step.description().quote().orElse("")))
                        .toList(),
                progress.entries(),
                source.complaint().conversation().stream()
                        .map(message -> new CaseMessage(
                                message.from().equals("reporter"), message.text(), source.time(message.at())))
                        .toList(),
                source.complaint().notes().orElse(List.of()).stream()
                        .map(note -> new CaseNote(
                                note.account()
                                        .map(account -> names.getOrDefault(account, ""))
                                        .orElse(""),
                                note.text(),
                                source.time(note.at())))
                        .toList());
    }

    /**
     * What has happened to a complaint.
     *
     * @param steps the latest, oldest first
     * @param entries how many there are
     */
    private record CaseProgress(List<TimelineEntry> steps, int entries) {

        private static final CaseProgress NONE = new CaseProgress(List.of(), 0);
    }

    /** With what was written in confidential reports too, as the institution may read them. */
    private CaseProgress progressOf(InboxItem item) {
        return tracking.find(item.id())
                .map(model -> new CaseProgress(
                        timelines
                                .reporterPage(item.id(), model, Optional.empty(), STEPS)
                                .entries(),
                        model.progress().entries()))
                .orElse(CaseProgress.NONE);
    }

    /**
     * What has happened since a page was shown, in words.
     *
     * @param shown {@link CaseHistory#entries()} of that page
     */
    List<String> newsSince(InboxItem item, int shown, Locale locale) {
        CaseProgress progress = progressOf(item);
        List<TimelineEntry> steps = progress.steps();
        return steps.stream()
                .skip(Math.max(0, steps.size() - Math.max(0, progress.entries() - shown)))
                .map(step -> step.description().label().in(locale))
                .toList();
    }

    private CaseNeighbours neighbours(CaseSource source) {
        InboxPageAddress address = source.address();
        Neighbours found = inbox.neighbours(
                source.scope(), address.selection(), source.item().turn());
        return new CaseNeighbours(
                address.url(source.locale()),
                found.previous().map(id -> address.caseUrl(id.value(), source.locale())),
                found.next().map(id -> address.caseUrl(id.value(), source.locale())),
                address.caseUrl(source.item().id().value(), Locale.of("id")));
    }

    private CaseRelatives relatives(CaseSource source, WorkingDays calendar, Instant now) {
        return new CaseRelatives(
                inbox.sameIncident(source.scope(), source.item()).stream()
                        .map(each -> DisplayedInboxItem.of(
                                each, source.address(), source.scope().account(), now, calendar, source.locale()))
                        .toList(),
                source.complaint().version().isPresent(),
                source.complaint()
                        .family()
                        .flatMap(AgencyComplaint.RelatedReports::partOf)
                        .map(Object::toString)
                        .orElse(""));
    }

    /** What routing-service allows, of what the officer's roles are for. */
    List<OfficerAct> acts(CaseSource source) {
        InboxStage stage = source.item().entry().stage();
        return Arrays.stream(OfficerAct.values())
                .filter(source.complaint()::allows)
                .filter(act -> act != OfficerAct.VERIFY || stage == InboxStage.NEW)
                .filter(act -> access.permits(
                        source.officer().account(), source.address().code(), act))
                .toList();
    }
}
