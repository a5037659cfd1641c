package id.pintu.sla.clock.stay;

import id.pintu.sla.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * Immutable record of one stay of a complaint at the responsible party, and of how that party used the time. A contest begins
 * another stay.
 *
 * @param startedAt when the stay began
 */
public record ComplaintStay(
        ResponsibleParty party, Instant startedAt, StayProgress progress, ReporterWaitState reporterWait) {

    static ComplaintStay at(ResponsibleParty party, Instant startedAt) {
        return new ComplaintStay(party, startedAt, StayProgress.NONE, ReporterWaitState.NONE);
    }

    /** Office hours of this stay until it ended or until now, without those spent waiting for the reporter. */
    public Duration used(WorkingCalendar calendar, Instant now) {
        Instant end = progress.left().orElse(now);
        Duration whole = calendar.workingTime(startedAt, end);
        return reporterWait
                .until(end)
                .map(pause -> calendar.workingTime(pause.from(), pause.to()))
                .reduce(whole, Duration::minus);
    }

    boolean isOpen() {
        return progress.left().isEmpty();
    }

    ComplaintStay stepped(Instant at) {
        return with(progress.stepped(at), reporterWait);
    }

    ComplaintStay asking(Instant at) {
        return with(progress, reporterWait.asked(at));
    }

    ComplaintStay replied(Instant at) {
        return with(progress, reporterWait.ended(at));
    }

    ComplaintStay answering(Instant at) {
        return with(progress.answered(at), reporterWait.ended(at));
    }

    ComplaintStay leaving(Instant at) {
        return with(progress.left(at), reporterWait.ended(at));
    }

    private ComplaintStay with(StayProgress nextProgress, ReporterWaitState nextWait) {
        return new ComplaintStay(party, startedAt, nextProgress, nextWait);
    }
}
