package id.pintu.routing.handling;

import id.pintu.routing.handling.HandlingState.HandlingPhase;
import java.util.Locale;

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

    /** Name in addresses, such as {@code assign-unit}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
