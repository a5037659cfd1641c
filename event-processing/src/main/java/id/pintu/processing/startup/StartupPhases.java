package id.pintu.processing.startup;

import org.springframework.context.SmartLifecycle;

/** Phases of {@link SmartLifecycle} in which a service starts, in this order; it stops in the opposite order. */
public final class StartupPhases {

    /** Indexes of MongoDB's collections are created, before anything is written to them. */
    public static final int INDEXES = SmartLifecycle.DEFAULT_PHASE - 5_000;

    /** Compacted topics, which every instance keeps in memory, are read to their end. */
    public static final int COMPACTED_TOPICS = SmartLifecycle.DEFAULT_PHASE - 4_500;

    /** Snapshots are rebuilt, before the bindings process anything: the rebuild drops what was saved before it. */
    public static final int SNAPSHOT_REBUILD = SmartLifecycle.DEFAULT_PHASE - 4_000;

    /** Versioned topics (registry, rule books) are read to their end. */
    public static final int VERSIONED_TOPICS = SmartLifecycle.DEFAULT_PHASE - 3_500;

    /** An empty versioned topic gets its first revision. */
    public static final int TOPIC_SEEDING = VERSIONED_TOPICS + 1;

    /** The bindings consume; the number is Spring Cloud Stream's. */
    public static final int BINDINGS = SmartLifecycle.DEFAULT_PHASE - 3_000;

    /** Timers emit what is due. */
    public static final int TIMERS = BINDINGS + 2_500;

    /** Readers that nothing waits for. */
    public static final int BACKGROUND_READERS = SmartLifecycle.DEFAULT_PHASE;

    private StartupPhases() {}
}
