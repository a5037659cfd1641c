package id.pintu.processing.startup;

import org.springframework.context.SmartLifecycle;

/** The order of a start, the first one first. It stops in the opposite order. */
public final class StartupPhases {

    /** What every instance knows by heart is read, before it is asked or restores anything. */
    public static final int COMPACTED_TOPICS = SmartLifecycle.DEFAULT_PHASE - 4_500;

    /** The casebook is there again, before anything is heard: what is folded after this must stay. */
    public static final int SNAPSHOT_REBUILD = SmartLifecycle.DEFAULT_PHASE - 4_000;

    /** What people keep up to date is read. */
    public static final int VERSIONED_TOPICS = SmartLifecycle.DEFAULT_PHASE - 3_500;

    /** It has a beginning, if nothing was ever written. */
    public static final int TOPIC_SEEDING = VERSIONED_TOPICS + 1;

    /** The bindings hear; a number of Spring Cloud Stream's, not of ours. */
    public static final int BINDINGS = SmartLifecycle.DEFAULT_PHASE - 3_000;

    private StartupPhases() {}
}
