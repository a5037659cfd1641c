package id.pintu.portal.pages;

import id.pintu.events.ComplaintId;
import id.pintu.portal.intake.ReporterAct;
import id.pintu.portal.tracking.Deadline;
import id.pintu.portal.tracking.Entry;
import id.pintu.portal.tracking.PublicReport;
import id.pintu.portal.tracking.Stage;
import id.pintu.portal.tracking.Tracking;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One complaint's tracking, ready to be read in one language.
 *
 * @param kind wire name of the report's kind
 * @param way the stations of the progress picture
 * @param deadline what is awaited, and until when
 * @param acts what its reporter can do now
 */
record TrackingPage(
        String number,
        String status,
        String responsible,
        PublicReport report,
        String kind,
        Moment submitted,
        List<Station> way,
        Optional<Limit> deadline,
        List<Step> timeline,
        List<ReporterAct> acts) {

    /** One station: {@code past}, {@code current} or {@code ahead}. */
    record Station(String name, String state) {}

    record Limit(String what, Moment until) {}

    record Step(Moment at, String words, Optional<String> why, Optional<String> quote) {}

    /** Empty while the report itself has not been heard of. Times are told in the responsible place's zone. */
    static Optional<TrackingPage> of(ComplaintId id, Tracking tracking, Locale locale) {
        ZoneId zone = tracking.responsible().zone();
        return tracking.report()
                .map(report -> new TrackingPage(
                        id.value(),
                        tracking.status().words(tracking.responsible()).in(locale),
                        tracking.responsible().name(),
                        report,
                        report.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Moment.of(report.submittedAt(), zone, locale),
                        way(tracking, locale),
                        tracking.deadline().map(deadline -> limit(deadline, zone, locale)),
                        tracking.timeline().stream()
                                .map(entry -> step(entry, zone, locale))
                                .toList(),
                        ReporterAct.at(tracking)));
    }

    private static Limit limit(Deadline deadline, ZoneId zone, Locale locale) {
        return new Limit(deadline.words().in(locale), Moment.of(deadline.dueAt(), zone, locale));
    }

    private static Step step(Entry entry, ZoneId zone, Locale locale) {
        return new Step(
                Moment.of(entry.at(), zone, locale),
                entry.words().in(locale),
                entry.why().map(why -> why.in(locale)),
                entry.quote());
    }

    private static List<Station> way(Tracking tracking, Locale locale) {
        Stage reached = tracking.status().stage();
        return tracking.way().stream()
                .map(stage -> new Station(
                        stage.words().in(locale),
                        stage == reached ? "current" : stage.compareTo(reached) < 0 ? "past" : "ahead"))
                .toList();
    }
}
