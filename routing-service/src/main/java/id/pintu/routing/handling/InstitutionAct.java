package id.pintu.routing.handling;

import id.pintu.routing.handling.HandlingState.HandlingPhase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Act of the responsible institution, with whether it is open now; {@link InstitutionCommandRules} decide when it is done. */
public enum InstitutionAct {
    VERIFY,
    ASSIGN_UNIT,
    ASSIGN_PERSON,
    ASK,
    NOTE,
    FOLLOW_UP,
    EXTEND,
    RESOLVE,
    RETURN,
    RECLASSIFY;

    public static Optional<InstitutionAct> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(act -> act.wireName().equals(name))
                .findFirst();
    }

    /** Name in addresses, such as {@code assign-unit}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names of the acts that are open to an institution now, whoever of it does them. */
    public static List<String> openFor(HandlingState state, String institution) {
        return Arrays.stream(values())
                .filter(act -> act.isOpen(state, institution))
                .map(InstitutionAct::wireName)
                .toList();
    }

    /**
     * Whether the institution may do it now. A complaint that it has verified need not be verified again.
     *
     * @param institution its code
     */
    public boolean isOpen(HandlingState state, String institution) {
        if (!state.isWith(institution)) {
            return false;
        }
        return switch (this) {
            case NOTE -> state.phase() == HandlingPhase.AT_INSTITUTION || state.phase() == HandlingPhase.ANSWERED;
            case RETURN ->
                state.phase() == HandlingPhase.AT_INSTITUTION
                        && !state.quarrel().ruled();
            case VERIFY ->
                state.phase() == HandlingPhase.AT_INSTITUTION
                        && state.quarrel()
                                .verifiedBy()
                                .filter(institution::equals)
                                .isEmpty();
            case ASSIGN_UNIT, ASSIGN_PERSON, ASK, FOLLOW_UP, EXTEND, RESOLVE, RECLASSIFY ->
                state.phase() == HandlingPhase.AT_INSTITUTION;
        };
    }
}
