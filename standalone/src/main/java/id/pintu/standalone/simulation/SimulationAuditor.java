package id.pintu.standalone.simulation;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.SlaEvent;
import id.pintu.events.TopicNames;
import id.pintu.processing.topics.KafkaClients;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Auditor of a simulation: reads the SLA events committed in the ledger and compares them with the expected ones. It
 * counts events that are duplicated, early, not expected or missing.
 */
final class SimulationAuditor implements AutoCloseable {

    /** A killed member reads its partitions again from the beginning, which takes long late in the year. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private static final int MAX_PRINTED = 20;

    private final PrintWriter err;
    private final KafkaConsumer<byte[], byte[]> ledger;
    private final Map<Expectation, Integer> balance = new HashMap<>();
    private final Map<Expectation, AlarmExpectation> alarms = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final SimulationAuditResult result = new SimulationAuditResult();
    private int pending;

    private record Expectation(ComplaintId id, ExpectedSlaEvent event) {}

    private record AlarmExpectation(Instant notBefore, long setMillis) {}

    SimulationAuditor(KafkaClients clients, PrintWriter err) {
        this.err = err;
        ledger = clients.readCommittedConsumer(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000));
        ledger.assign(IntStream.range(0, YearSimulation.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TopicNames.COMPLAINTS, partition))
                .toList());
    }

    /** Expects an event as the answer to an action. */
    void expect(ComplaintId id, ExpectedSlaEvent event) {
        adjustBalance(new Expectation(id, event), 1);
    }

    /**
     * Expects an event that the passing of time causes; called when the clock is moved past that time.
     *
     * @param notBefore the alarm's time: an event with an earlier time is early
     */
    void expectAlarm(ComplaintId id, ExpectedSlaEvent event, Instant notBefore) {
        alarms.put(new Expectation(id, event), new AlarmExpectation(notBefore, System.currentTimeMillis()));
        expect(id, event);
    }

    /** Reads until every expected event is in the ledger; after five minutes the missing ones count as disagreed. */
    void awaitExpected() {
        long deadline = System.nanoTime() + MAX_WAIT.toNanos();
        while (pending > 0) {
            ledger.poll(Duration.ofMillis(20)).forEach(this::read);
            if (System.nanoTime() > deadline) {
                countDisagreements();
                return;
            }
        }
    }

    /** Reads for a last period and counts what is still missing or not expected. */
    SimulationAuditResult finish(Duration period) {
        long until = System.nanoTime() + period.toNanos();
        while (System.nanoTime() < until) {
            ledger.poll(Duration.ofMillis(100)).forEach(this::read);
        }
        countDisagreements();
        return result;
    }

    @Override
    public void close() {
        ledger.close();
    }

    private void countDisagreements() {
        balance.forEach((expectation, count) -> {
            result.countDisagreements(Math.abs(count));
            if (result.disagreed() < MAX_PRINTED) {
                err.println((count > 0 ? "missing: " : "not expected: ") + expectation);
                err.flush();
            }
        });
        balance.clear();
        pending = 0;
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        ComplaintEvent event = EventJsonCodec.read(record.value());
        if (event instanceof SlaEvent slaEvent) {
            if (!seen.add(event.id().getMostSignificantBits() ^ event.id().getLeastSignificantBits())) {
                result.countDuplicate();
                return;
            }
            result.countEvent(slaEvent);
            Expectation expectation = new Expectation(event.complaintId(), ExpectedSlaEvent.of(slaEvent));
            AlarmExpectation alarm = alarms.remove(expectation);
            if (alarm != null) {
                long lateMillis = Math.max(0, record.timestamp() - alarm.setMillis());
                result.countAlarm(event.at().isBefore(alarm.notBefore()), Duration.ofMillis(lateMillis));
            }
            adjustBalance(expectation, -1);
        }
    }

    /** Balance of an event: how often it is expected, less how often it was read. Balanced events are dropped. */
    private void adjustBalance(Expectation expectation, int by) {
        int before = balance.getOrDefault(expectation, 0);
        pending += Math.max(before + by, 0) - Math.max(before, 0);
        if (before + by == 0) {
            balance.remove(expectation);
        } else {
            balance.put(expectation, before + by);
        }
    }
}
