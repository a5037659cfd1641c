package id.pintu.standalone.simulate;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJson;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Outcome;
import id.pintu.events.Topics;
import id.pintu.house.reading.Committed;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads what stands in the ledger, committed, and compares it with what the reference said had to come. What came twice,
 * too early, or was not expected is counted, and so is at the end what never came.
 */
final class Auditor implements AutoCloseable {

    /** A member that was killed reads its partitions from their beginning, and the year behind it may be long. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** What the ledger's clocks added up to. */
    static final class Accounts {
        long deadlines;
        long missed;
        long escalations;
        long early;
        long duplicated;
        long disagreed;
        final List<Long> lateMillis = new ArrayList<>();

        long lateP99() {
            List<Long> sorted = lateMillis.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
        }
    }

    private final PrintWriter err;
    private final KafkaConsumer<byte[], byte[]> ledger;
    private final Map<String, Integer> balance = new HashMap<>();
    private final Map<String, Alarm> alarms = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final Accounts accounts = new Accounts();
    private int expected;

    private record Alarm(Instant since, long setMillis) {}

    Auditor(String bootstrapServers, PrintWriter err) {
        this.err = err;
        ledger = Committed.consumer(bootstrapServers, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000));
        ledger.assign(IntStream.range(0, Year.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.COMPLAINTS, partition))
                .toList());
    }

    void expect(ComplaintId id, String word) {
        settle(id.value() + " " + word, 1);
    }

    /** A word that time makes due, at the moment the clock was moved there. */
    void expect(ComplaintId id, String word, Instant since) {
        alarms.put(id.value() + " " + word, new Alarm(since, System.currentTimeMillis()));
        expect(id, word);
    }

    /**
     * Reads until everything expected has come.
     *
     * @return whether it has; otherwise it is counted as disagreed, and no longer waited for
     */
    boolean await() {
        long patience = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (expected > 0) {
            ledger.poll(Duration.ofMillis(20)).forEach(this::read);
            if (System.nanoTime() > patience) {
                giveUp();
                return false;
            }
        }
        return true;
    }

    /** Reads what else there is; whatever does not balance then was not agreed. */
    Accounts close(Duration quiet) {
        long until = System.nanoTime() + quiet.toNanos();
        while (System.nanoTime() < until) {
            ledger.poll(Duration.ofMillis(100)).forEach(this::read);
        }
        giveUp();
        return accounts;
    }

    @Override
    public void close() {
        ledger.close();
    }

    private void giveUp() {
        balance.forEach((word, count) -> {
            accounts.disagreed += Math.abs(count);
            if (accounts.disagreed < 20) {
                err.println((count > 0 ? "never said: " : "not expected: ") + word);
                err.flush();
            }
        });
        balance.clear();
        expected = 0;
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        ComplaintEvent event = EventJson.read(record.value());
        if (event instanceof SlaEvent word) {
            if (!seen.add(event.id().getMostSignificantBits() ^ event.id().getLeastSignificantBits())) {
                accounts.duplicated++;
                return;
            }
            count(word);
            String text = event.complaintId().value() + " " + text(word);
            Alarm alarm = alarms.remove(text);
            if (alarm != null) {
                accounts.early += event.at().isBefore(alarm.since()) ? 1 : 0;
                accounts.lateMillis.add(Math.max(0, record.timestamp() - alarm.setMillis()));
            }
            settle(text, -1);
        }
    }

    private void settle(String word, int by) {
        int before = balance.getOrDefault(word, 0);
        expected += Math.max(before + by, 0) - Math.max(before, 0);
        if (before + by == 0) {
            balance.remove(word);
        } else {
            balance.put(word, before + by);
        }
    }

    private void count(SlaEvent word) {
        if (word instanceof DeadlineSet) {
            accounts.deadlines++;
        }
        if (word instanceof DeadlineMissed missed) {
            accounts.escalations++;
            accounts.missed += missed.level() == 1 ? 1 : 0;
        }
    }

    private static String text(SlaEvent word) {
        return switch (word) {
            case DeadlineSet set -> "set " + set.clock() + " " + set.dueAt();
            case DeadlineMet met -> "met " + met.clock();
            case DeadlinePaused paused -> "paused " + paused.clock();
            case DeadlineNeared neared ->
                "neared " + neared.level().orElse(1) + " " + neared.clock() + " " + neared.dueAt();
            case DeadlineMissed missed -> "missed " + missed.level() + " " + missed.clock() + " " + missed.dueAt();
            case DeadlineMoved moved -> "moved " + moved.clock() + " " + moved.dueAt();
            case ComplaintClosed closed ->
                closed.outcome() == Outcome.RATED ? "closed REPORTER_SILENCE rated" : "closed REPORTER_SILENCE";
        };
    }
}
