package id.pintu.standalone.demo;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.routing.feeds.FeedAssignment;
import id.pintu.standalone.server.CommittedTopicReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reconciliation of the ledger with the agency feeds: counts read from the topics themselves, not from any service.
 *
 * <p>Lost is a report that was acknowledged and is not in the ledger, a complaint in the ledger without a responsible
 * party, and an assignment that is in no feed. Duplicated is an event, feed record, escalation or notice that occurs
 * again.
 */
public final class LedgerReconciliation {

    private static final String ASSIGNMENT = OutboundRecord.TYPE_PREFIX + FeedAssignment.WIRE_NAME;

    private final Map<ComplaintId, Integer> submitted = new HashMap<>();
    private final Map<ComplaintId, String> firstResponsible = new HashMap<>();
    private final Map<UUID, String> assignments = new HashMap<>();
    private final Map<String, Integer> feedRecords = new HashMap<>();
    private final Map<String, Integer> feedEvents = new HashMap<>();
    private final Set<UUID> events = new HashSet<>();
    private final Set<String> onceOnlyKeys = new HashSet<>();
    private final Set<ComplaintId> resolved = new HashSet<>();
    private final Map<String, Integer> rules = new TreeMap<>();
    private int escalated;
    private int notified;
    private int duplicated;
    private int lost;

    private LedgerReconciliation() {}

    /**
     * Reads the ledger and all feeds.
     *
     * @param acknowledged tracking numbers that intake has acknowledged
     */
    public static LedgerReconciliation of(KafkaClients clients, Collection<ComplaintId> acknowledged) {
        LedgerReconciliation reconciliation = new LedgerReconciliation();
        CommittedTopicReader.readAll(
                clients, topic -> topic.equals(TopicNames.COMPLAINTS) || isAgencyFeed(topic), reconciliation::record);
        reconciliation.computeTotals(acknowledged);
        return reconciliation;
    }

    static boolean isAgencyFeed(String topic) {
        return topic.startsWith("agency.");
    }

    /** Complaints, assignments, … in the order of the summary line. */
    public Map<String, Integer> figures() {
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("accepted", accepted());
        figures.put("routed", count("routed"));
        figures.put("desk", count("desk"));
        figures.put("fed", feedRecordCount());
        figures.put("resolved", resolved.size());
        figures.put("escalated", escalated);
        figures.put("notified", notified);
        figures.put("lost", lost);
        figures.put("duplicated", duplicated);
        return figures;
    }

    /** Number of complaints in the ledger. */
    public int accepted() {
        return submitted.size();
    }

    /** Number of complaints that were assigned to an institution or held for the desk. */
    public int routedOrHeld() {
        return firstResponsible.size();
    }

    /** Number of assignments in all feeds. */
    public int feedRecordCount() {
        return feedRecords.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Number of other records in all feeds: what happened to complaints while they were with an institution. */
    public int feedEventCount() {
        return feedEvents.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Number of assignments to institutions. */
    public int assignments() {
        return assignments.size();
    }

    /** Number of decisions by each rule. */
    public Map<String, Integer> rules() {
        return rules;
    }

    /** Number of assignments in each feed, by topic. */
    public Map<String, Integer> feeds() {
        Map<String, Integer> feeds = new TreeMap<>();
        feedRecords.forEach(
                (record, times) -> feeds.merge(record.substring(0, record.indexOf(' ')), times, Integer::sum));
        return feeds;
    }

    /** Whether nothing was lost or duplicated. */
    public boolean clean() {
        return lost == 0 && duplicated == 0;
    }

    /** {@code accepted=… routed=… … duplicated=…}. */
    public String summaryLine() {
        return figures().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return summaryLine() + " assignments=" + assignments();
    }

    private void record(ConsumerRecord<byte[], byte[]> record) {
        if (!record.topic().equals(TopicNames.COMPLAINTS)) {
            String id =
                    WireJsonMapper.MAPPER.readTree(record.value()).path("id").asString();
            (isAssignment(record) ? feedRecords : feedEvents).merge(record.topic() + " " + id, 1, Integer::sum);
            return;
        }
        ComplaintEvent event = EventJsonCodec.read(record.value());
        if (!events.add(event.id())) {
            duplicated++;
        }
        // Other event types are not counted.
        if (event instanceof ComplaintSubmitted) {
            submitted.merge(event.complaintId(), 1, Integer::sum);
        } else if (event instanceof ComplaintRouted routed) {
            firstResponsible.putIfAbsent(event.complaintId(), "routed");
            assignments.put(
                    event.id(), TopicNames.agencyFeed(routed.institution().code()));
            rules.merge(routed.reason().rule(), 1, Integer::sum);
        } else if (event instanceof ComplaintHeldForDesk held) {
            firstResponsible.putIfAbsent(event.complaintId(), "desk");
            rules.merge(held.reason().rule(), 1, Integer::sum);
        } else if (event instanceof ComplaintResolved) {
            resolved.add(event.complaintId());
        } else if (event instanceof DeadlineMissed missed) {
            escalated++;
            recordOnce("missed " + event.complaintId() + missed.clock() + missed.dueAt() + missed.level());
        } else if (event instanceof ReporterNotified notice) {
            notified++;
            recordOnce("notified " + notice.about());
        }
    }

    private static boolean isAssignment(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(OutboundRecord.CE_TYPE);
        return type != null && ASSIGNMENT.equals(new String(type.value(), StandardCharsets.UTF_8));
    }

    private void recordOnce(String key) {
        if (!onceOnlyKeys.add(key)) {
            duplicated++;
        }
    }

    private void computeTotals(Collection<ComplaintId> acknowledged) {
        lost += (int)
                acknowledged.stream().filter(id -> !submitted.containsKey(id)).count();
        lost += (int) submitted.keySet().stream()
                .filter(id -> !firstResponsible.containsKey(id))
                .count();
        lost += (int) assignments.entrySet().stream()
                .filter(each -> !feedRecords.containsKey(each.getValue() + " " + each.getKey()))
                .count();
        duplicated += submitted.values().stream().mapToInt(times -> times - 1).sum();
        duplicated += feedRecords.values().stream().mapToInt(times -> times - 1).sum();
        duplicated += feedEvents.values().stream().mapToInt(times -> times - 1).sum();
    }

    private int count(String responsible) {
        return (int) firstResponsible.entrySet().stream()
                .filter(each -> submitted.containsKey(each.getKey()))
                .filter(each -> each.getValue().equals(responsible))
                .count();
    }
}
