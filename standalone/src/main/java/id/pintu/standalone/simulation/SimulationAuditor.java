package id.pintu.standalone.simulation;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.TopicNames;
import id.pintu.processing.topics.ReadCommittedConsumers;
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
final class SimulationAuditor implements AutoCloseable {

    /** A member that was killed reads its partitions from their beginning, and the year behind it may be long. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    /** What the ledger's clocks added up to. */
    static final class AuditResult {
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
    private final Map<String, AlarmExpectation> alarms = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final AuditResult result = new AuditResult();
    private int expected;

    private record AlarmExpectation(Instant since, long setMillis) {}

    SimulationAuditor(String bootstrapServers, PrintWriter err) {
        this.err = err;
        ledger = ReadCommittedConsumers.create(bootstrapServers, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000));
        ledger.assign(IntStream.range(0, YearSimulation.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TopicNames.COMPLAINTS, partition))
                .toList());
    }

    void expect(ComplaintId id, String slaEvent) {
        adjustBalance(id.value() + " " + slaEvent, 1);
    }

    /** A word that time makes due, at the moment the clock was moved there. */
    void expect(ComplaintId id, String slaEvent, Instant since) {
        alarms.put(id.value() + " " + slaEvent, new AlarmExpectation(since, System.currentTimeMillis()));
        expect(id, slaEvent);
    }

    /**
     * Reads until everything expected has come.
     *
     * @return whether it has; otherwise it is counted as disagreed, and no longer waited for
     */
    boolean await() {
        long deadline = System.nanoTime() + MAX_WAIT.toNanos();
        while (expected > 0) {
            ledger.poll(Duration.ofMillis(20)).forEach(this::read);
            if (System.nanoTime() > deadline) {
                countUnbalanced();
                return false;
            }
        }
        return true;
    }

    /** Reads what else there is; whatever does not balance then was not agreed. */
    AuditResult close(Duration quiet) {
        long until = System.nanoTime() + quiet.toNanos();
        while (System.nanoTime() < until) {
            ledger.poll(Duration.ofMillis(100)).forEach(this::read);
        }
        countUnbalanced();
        return result;
    }

    @Override
    public void close() {
        ledger.close();
    }

    private void countUnbalanced() {
        balance.forEach((slaEvent, count) -> {
            result.disagreed += Math.abs(count);
            if (result.disagreed < 20) {
                err.println((count > 0 ? "never said: " : "not expected: ") + slaEvent);
                err.flush();
            }
        });
        balance.clear();
        expected = 0;
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        ComplaintEvent event = EventJsonCodec.read(record.value());
        if (event instanceof SlaEvent slaEvent) {
            if (!seen.add(event.id().getMostSignificantBits() ^ event.id().getLeastSignificantBits())) {
                result.duplicated++;
                return;
            }
            count(slaEvent);
            String text = event.complaintId().value() + " " + describe(slaEvent);
            AlarmExpectation alarm = alarms.remove(text);
            if (alarm != null) {
                result.early += event.at().isBefore(alarm.since()) ? 1 : 0;
                result.lateMillis.add(Math.max(0, record.timestamp() - alarm.setMillis()));
            }
            adjustBalance(text, -1);
        }
    }

    private void adjustBalance(String slaEvent, int by) {
        int before = balance.getOrDefault(slaEvent, 0);
        expected += Math.max(before + by, 0) - Math.max(before, 0);
        if (before + by == 0) {
            balance.remove(slaEvent);
        } else {
            balance.put(slaEvent, before + by);
        }
    }

    private void count(SlaEvent slaEvent) {
        if (slaEvent instanceof DeadlineSet) {
            result.deadlines++;
        }
        if (slaEvent instanceof DeadlineMissed missed) {
            result.escalations++;
            result.missed += missed.level() == 1 ? 1 : 0;
        }
    }

    private static String describe(SlaEvent slaEvent) {
        return switch (slaEvent) {
            case DeadlineSet set -> "set " + set.clock() + " " + set.dueAt();
            case DeadlineMet met -> "met " + met.clock();
            case DeadlinePaused paused -> "paused " + paused.clock();
            case DeadlineNeared neared -> "neared " + neared.level() + " " + neared.clock() + " " + neared.dueAt();
            case DeadlineMissed missed -> "missed " + missed.level() + " " + missed.clock() + " " + missed.dueAt();
            case DeadlineMoved moved -> "moved " + moved.clock() + " " + moved.dueAt();
            case ComplaintClosed closed ->
                closed.outcome() == ClosureReason.RATED ? "closed REPORTER_SILENCE rated" : "closed REPORTER_SILENCE";
        };
    }
}
