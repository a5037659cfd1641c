package id.pintu.standalone.simulate;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** What may happen to two members in a year: killed, frozen until the other has their partitions, a clock set back. */
final class Faults {

    /** Longer than a session: the group gives its partitions to the other one. */
    private static final Duration FROZEN = Duration.ofSeconds(9);

    private final List<Member> members;
    private final SharedClock clock;
    private final SplittableRandom chance;
    private final long secondsBetween;
    private Instant next = Instant.MIN;
    private int count;

    Faults(List<Member> members, SharedClock clock, long seed, int faults) {
        this.members = members;
        this.clock = clock;
        this.chance = new SplittableRandom(seed);
        this.secondsBetween = Duration.ofDays(365).toSeconds() / (faults + 1);
    }

    int count() {
        return count;
    }

    /** Called at moments when words are under way. */
    void mayStrike(Instant now) {
        try {
            for (Member member : members) {
                member.keepAlive();
            }
            if (next.equals(Instant.MIN)) {
                next = now.plusSeconds(secondsBetween);
            }
            if (!now.isBefore(next)) {
                next = now.plusSeconds(secondsBetween);
                strike(now, members.get(chance.nextInt(members.size())));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a member cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void strike(Instant now, Member member) throws IOException, InterruptedException {
        Thread.sleep(chance.nextInt(30)); // somewhere within load, decide, save, say
        System.err.println("simulate: fault " + count + " at " + now);
        switch (count++ % 3) {
            case 0 -> member.kill();
            case 1 -> {
                member.freeze();
                Thread.sleep(FROZEN);
                member.wake();
            }
            default -> {
                clock.set(now.minus(1, ChronoUnit.HOURS));
                Thread.sleep(300);
                clock.set(now);
            }
        }
        member.keepAlive();
    }
}
