package id.pintu.house.start;

import org.springframework.context.SmartLifecycle;

/** The order of a start, the first one first. It stops in the opposite order. */
public final class Phases {

    /** What every instance knows by heart is read, before it is asked or restores anything. */
    public static final int BULLETINS = SmartLifecycle.DEFAULT_PHASE - 4_500;

    /** The casebook is there again, before anything is heard: what is folded after this must stay. */
    public static final int RESTORE = SmartLifecycle.DEFAULT_PHASE - 4_000;

    /** What people keep up to date is read. */
    public static final int VERSIONS = SmartLifecycle.DEFAULT_PHASE - 3_500;

    /** It has a beginning, if nothing was ever written. */
    public static final int BEGINNING = VERSIONS + 1;

    /** The bindings hear; a number of Spring Cloud Stream's, not of ours. */
    public static final int HEARING = SmartLifecycle.DEFAULT_PHASE - 3_000;

    private Phases() {}
}
