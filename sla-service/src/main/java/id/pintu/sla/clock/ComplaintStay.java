package id.pintu.sla.clock;

import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.sla.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One stay of a complaint at one place, and what the place did with its time. A contest begins another stay.
 *
 * @param firstStep when it verified, or did more at once
 * @param answered when it gave its answer
 * @param left when it had no more to do here: it answered, gave the complaint on, or the complaint ended
 * @param asked when it asked the reporter, as long as there is no reply
 * @param pauses when it waited for the reporter
 */
public record ComplaintStay(
        ResponsibleParty party,
        Instant came,
        Optional<Instant> firstStep,
        Optional<Instant> answered,
        Optional<Instant> left,
        Optional<Instant> asked,
        List<ClockPause> pauses) {

    public ComplaintStay {
        pauses = List.copyOf(pauses);
    }

    static ComplaintStay at(ResponsibleParty party, Instant came) {
        return new ComplaintStay(
                party, came, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The office hours it has used, without those in which it waited for the reporter. */
    public Duration used(WorkingCalendar calendar, Instant now) {
        Duration whole = calendar.workingTime(came, left.orElse(now));
        return Stream.concat(pauses.stream(), asked.stream().map(since -> new ClockPause(since, left.orElse(now))))
                .map(pause -> calendar.workingTime(pause.from(), pause.to()))
                .reduce(whole, Duration::minus);
    }

    boolean isOpen() {
        return left.isEmpty();
    }

    ComplaintStay stepped(Instant at) {
        return new ComplaintStay(party, came, firstStep.or(() -> Optional.of(at)), answered, left, asked, pauses);
    }

    ComplaintStay asking(Instant at) {
        return new ComplaintStay(party, came, firstStep, answered, left, asked.or(() -> Optional.of(at)), pauses);
    }

    ComplaintStay replied(Instant at) {
        return asked.map(since -> new ComplaintStay(
                        party,
                        came,
                        firstStep,
                        answered,
                        left,
                        Optional.empty(),
                        Stream.concat(pauses.stream(), Stream.of(new ClockPause(since, at)))
                                .toList()))
                .orElse(this);
    }

    ComplaintStay answering(Instant at) {
        ComplaintStay done = stepped(at).leaving(at);
        return new ComplaintStay(party, came, done.firstStep, Optional.of(at), done.left, done.asked, done.pauses);
    }

    ComplaintStay leaving(Instant at) {
        ComplaintStay whole = replied(at);
        return new ComplaintStay(party, came, firstStep, answered, Optional.of(at), Optional.empty(), whole.pauses);
    }
}
