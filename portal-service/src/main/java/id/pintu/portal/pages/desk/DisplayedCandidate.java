package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskQueueEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * View of an institution that an officer can choose.
 *
 * @param percent how likely it is; empty for one that only other institutions named
 */
record DisplayedCandidate(String code, String name, Optional<Long> percent) {

    /**
     * Lists routing's choices first and in their order, because the desk numbers them; then the institutions that
     * returned the complaint, and the ones they suggested.
     */
    static List<DisplayedCandidate> listOf(DeskQueueEntry entry, UnaryOperator<String> names) {
        Map<String, DisplayedCandidate> candidates = new LinkedHashMap<>();
        entry.choices()
                .forEach(choice -> candidates.put(
                        choice.institution(),
                        new DisplayedCandidate(
                                choice.institution(),
                                choice.name(),
                                Optional.of(Math.round(choice.confidence() * 100)))));
        entry.refusals()
                .forEach(refusal -> candidates.putIfAbsent(
                        refusal.institution(),
                        new DisplayedCandidate(refusal.institution(), refusal.name(), Optional.empty())));
        entry.refusals().stream()
                .flatMap(refusal -> refusal.suggested().stream())
                .forEach(code -> candidates.computeIfAbsent(
                        code, unlisted -> new DisplayedCandidate(unlisted, names.apply(unlisted), Optional.empty())));
        return List.copyOf(candidates.values());
    }
}
