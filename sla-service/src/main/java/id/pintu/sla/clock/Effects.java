package id.pintu.sla.clock;

import id.pintu.events.SlaEvent.DeadlineMoved;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a change of the calendar did, or would do, to open deadlines.
 *
 * @param institutions by code
 */
public record Effects(Map<String, Effect> institutions) {

    public static final Effects NONE = new Effects(Map.of());

    /**
     * Of one institution.
     *
     * @param later how many deadlines moved to a later instant
     * @param earlier how many moved to an earlier one
     */
    public record Effect(int later, int earlier) {

        Effect and(Effect other) {
            return new Effect(later + other.later, earlier + other.earlier);
        }
    }

    public Effects {
        institutions = Map.copyOf(institutions);
    }

    /** All deadlines that moved. */
    public int moved() {
        return institutions.values().stream()
                .mapToInt(effect -> effect.later() + effect.earlier())
                .sum();
    }

    public Effects and(Effects other) {
        Map<String, Effect> sum = new TreeMap<>(institutions);
        other.institutions.forEach((code, effect) -> sum.merge(code, effect, Effect::and));
        return new Effects(sum);
    }

    /** Those of many deadlines. */
    static Effects of(List<DeadlineMoved> moved) {
        Map<String, Effect> effects = new TreeMap<>();
        moved.forEach(each -> count(effects, each));
        return new Effects(effects);
    }

    static void count(Map<String, Effect> effects, DeadlineMoved moved) {
        Instant from = moved.from();
        Effect one = moved.dueAt().isAfter(from) ? new Effect(1, 0) : new Effect(0, 1);
        effects.merge(moved.basis().institution(), one, Effect::and);
    }
}
