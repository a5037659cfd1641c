package id.pintu.standalone.simulation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Injector of faults at regular intervals of virtual time: a member is killed, a member is frozen until its partitions are
 * reassigned, or the clock is set back by an hour, in turn.
 */
final class FaultInjector {

    /** Longer than the consumer group's session timeout, so that the partitions are reassigned. */
    private static final Duration FREEZE_DURATION = Duration.ofSeconds(9);

    private final List<SlaServiceProcess> members;
    private final SharedFileClock clock;
    private final SplittableRandom random;
    private final long secondsBetween;
    private Instant next = Instant.MIN;
    private int count;

    FaultInjector(List<SlaServiceProcess> members, SharedFileClock clock, long seed, int faults) {
        this.members = members;
        this.clock = clock;
        this.random = new SplittableRandom(seed);
        this.secondsBetween = Duration.ofDays(365).toSeconds() / (faults + 1);
    }

    int count() {
        return count;
    }

    /** Restarts dead members, and injects the next fault when it is due; to be called while events are in flight. */
    void injectWhenDue(Instant now) {
        try {
            for (SlaServiceProcess member : members) {
                member.restartIfDead();
            }
            if (next.equals(Instant.MIN)) {
                next = now.plusSeconds(secondsBetween);
            }
            if (!now.isBefore(next)) {
                next = now.plusSeconds(secondsBetween);
                inject(now, members.get(random.nextInt(members.size())));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a member cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void inject(Instant now, SlaServiceProcess member) throws IOException, InterruptedException {
        Thread.sleep(random.nextInt(30)); // somewhere between loading the snapshot and publishing
        System.err.println("simulate: fault " + count + " at " + now);
        switch (count++ % 3) {
            case 0 -> member.kill();
            case 1 -> {
                member.freeze();
                Thread.sleep(FREEZE_DURATION);
                member.resume();
            }
            default -> {
                clock.set(now.minus(1, ChronoUnit.HOURS));
                Thread.sleep(300);
                clock.set(now);
            }
        }
        member.restartIfDead();
    }
}
