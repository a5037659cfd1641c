package id.pintu.routing.feeds;

import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.routing.handling.OpenDeadlines.OpenDeadline;
import id.pintu.support.explanations.BilingualText;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Stateless writer of a sentence that says what a deadline was calculated from. The days one by one are at sla-service. */
final class DeadlineExplanationWriter {

    private static final String PATTERN = "d MMMM uuuu HH.mm";

    private DeadlineExplanationWriter() {}

    static BilingualText of(OpenDeadline deadline) {
        DeadlineBasis basis = deadline.basis();
        boolean working = basis.unit() == DeadlineUnit.WORKING_DAYS;
        boolean paused = !basis.pauses().isEmpty();
        return new BilingualText(
                "%d %s sejak %s (%s)%s, paling lambat %s."
                        .formatted(
                                basis.days(),
                                working ? "hari kerja" : "hari",
                                time(basis, Locale.of("id"), basis.start()),
                                basis.zone(),
                                paused ? ", di luar jeda menunggu Pelapor" : "",
                                time(basis, Locale.of("id"), deadline.dueAt())),
                "%d %s from %s (%s)%s, by %s."
                        .formatted(
                                basis.days(),
                                working ? "working days" : "days",
                                time(basis, Locale.ENGLISH, basis.start()),
                                basis.zone(),
                                paused ? ", not counting pauses for the reporter" : "",
                                time(basis, Locale.ENGLISH, deadline.dueAt())));
    }

    private static String time(DeadlineBasis basis, Locale locale, Instant at) {
        return DateTimeFormatter.ofPattern(PATTERN, locale)
                .withZone(basis.zone())
                .format(at);
    }
}
