package id.pintu.standalone.simulate;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the clocks have to say to each deed, told by the guideline and by counting on fingers. It keeps the clocks of each
 * life beside it and knows nothing of sla-service.
 */
final class Reference {

    private static final ZoneId DESK = ZoneId.of("Asia/Jakarta");

    private final Fingers fingers = new Fingers();

    /** The words that have to follow from a deed, as {@link Auditor} writes them. */
    List<String> words(Life life, Life.Deed deed, Instant at) {
        List<String> words = new ArrayList<>();
        switch (deed) {
            case SUBMIT -> {
                life.overall = Optional.of(Turn.of(fingers, Clock.OVERALL, DESK, at, 60));
                words.add(set(life.overall.get()));
            }
            case HOLD -> begin(life, words, Clock.DESK_VERIFICATION, DESK, at, 3);
            case ROUTE -> begin(life, words, Clock.INSTITUTION_VERIFICATION, life.zone(), at, 3);
            case RETURN -> end(life, words);
            case VERIFY, CONTEST -> followUp(life, deed, words, at);
            case RECLASSIFY -> {
                Turn before = life.turn.orElseThrow();
                life.turn = Optional.of(Turn.of(fingers, Clock.FOLLOW_UP, life.zone(), before.start, limit(life.kind)));
                words.add(set(life.turn.get()));
            }
            case ASK -> ask(life, words, at);
            case REPLY -> reply(life, words, at);
            case RESOLVE -> {
                begin(life, words, Clock.REPORTER_SILENCE, life.zone(), at, 10);
                endOverall(life, words);
            }
            case RATE -> {
                end(life, words);
                words.add("closed REPORTER_SILENCE rated");
                life.over = true;
            }
            case WITHDRAW -> {
                end(life, words);
                endOverall(life, words);
                life.over = true;
            }
            case NOTHING -> {}
        }
        return words;
    }

    static int limit(ComplaintKind kind) {
        return switch (kind) {
            case COMPLAINT -> 14;
            case SUPERVISORY_COMPLAINT -> 60;
            case INFORMATION_REQUEST, ASPIRATION -> 5;
        };
    }

    private void followUp(Life life, Life.Deed deed, List<String> words, Instant at) {
        begin(life, words, Clock.FOLLOW_UP, life.zone(), at, limit(life.kind));
        Instant overallDue = fingers.due(life.submitted, 60, DESK);
        if (deed == Life.Deed.CONTEST && overallDue.isAfter(at)) {
            life.overall = Optional.of(Turn.of(fingers, Clock.OVERALL, DESK, life.submitted, 60));
            words.add(set(life.overall.get()));
        }
    }

    private static void ask(Life life, List<String> words, Instant at) {
        Turn turn = life.turn.orElseThrow();
        if (at.isBefore(turn.due)) {
            words.add("paused " + turn.clock);
            life.paused = true;
            life.askedAt = Optional.of(at);
        }
    }

    private void reply(Life life, List<String> words, Instant at) {
        if (life.paused) {
            Turn turn = life.turn.orElseThrow();
            Instant due = fingers.resumed(turn.due, life.askedAt.orElseThrow(), at, turn.zone);
            life.turn = Optional.of(
                    Turn.due(fingers, turn.clock, turn.zone, turn.start, due).from(at));
            life.paused = false;
            words.add(set(life.turn.get()));
        }
    }

    private void begin(Life life, List<String> words, Clock clock, ZoneId zone, Instant at, int days) {
        end(life, words);
        life.turn = Optional.of(Turn.of(fingers, clock, zone, at, days));
        words.add(set(life.turn.get()));
    }

    private static void end(Life life, List<String> words) {
        life.turn.ifPresent(turn -> words.add("met " + turn.clock));
        life.turn = Optional.empty();
        life.paused = false;
    }

    private static void endOverall(Life life, List<String> words) {
        life.overall.ifPresent(turn -> words.add("met " + turn.clock));
        life.overall = Optional.empty();
    }

    private static String set(Turn turn) {
        return "set " + turn.clock + " " + turn.due;
    }
}
