package id.pintu.standalone.demo;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJson;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.Topics;
import id.pintu.events.WireJson;
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

/**
 * The accounts of a run, from the ledger and the feeds themselves and from no counter of any service.
 *
 * <p>Lost is what was acknowledged and is not in the ledger, what is in the ledger without a responsible place, and an
 * assignment that is in no feed. Duplicated is every event, feed record, escalation or notice that is there again.
 */
public final class Reconciliation {

    private final Map<ComplaintId, Integer> submitted = new HashMap<>();
    private final Map<ComplaintId, String> firstPlace = new HashMap<>();
    private final Map<UUID, String> assignments = new HashMap<>();
    private final Map<String, Integer> fed = new HashMap<>();
    private final Set<UUID> events = new HashSet<>();
    private final Set<String> singular = new HashSet<>();
    private final Set<ComplaintId> resolved = new HashSet<>();
    private final Map<String, Integer> rules = new TreeMap<>();
    private int escalated;
    private int notified;
    private int duplicated;
    private int lost;

    private Reconciliation() {}

    /**
     * Reads everything there is.
     *
     * @param acknowledged the numbers reporters were given
     */
    public static Reconciliation of(String bootstrapServers, Collection<ComplaintId> acknowledged) {
        Reconciliation accounts = new Reconciliation();
        LedgerReader.readAll(bootstrapServers, accounts::enter);
        accounts.close(acknowledged);
        return accounts;
    }

    /** Complaints, assignments, … in the order of the closing line. */
    public Map<String, Integer> figures() {
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("accepted", accepted());
        figures.put("routed", count("routed"));
        figures.put("desk", count("desk"));
        figures.put("fed", fed());
        figures.put("resolved", resolved.size());
        figures.put("escalated", escalated);
        figures.put("notified", notified);
        figures.put("lost", lost);
        figures.put("duplicated", duplicated);
        return figures;
    }

    /** Complaints in the ledger. */
    public int accepted() {
        return submitted.size();
    }

    /** Complaints that found their first responsible place, an institution or the desk. */
    public int placed() {
        return firstPlace.size();
    }

    /** Records in the feeds. */
    public int fed() {
        return fed.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int assignments() {
        return assignments.size();
    }

    /** How often each rule decided. */
    public Map<String, Integer> rules() {
        return rules;
    }

    /** How many records each feed holds, by topic. */
    public Map<String, Integer> feeds() {
        Map<String, Integer> feeds = new TreeMap<>();
        fed.forEach((record, times) -> feeds.merge(record.substring(0, record.indexOf(' ')), times, Integer::sum));
        return feeds;
    }

    /** Whether nothing was lost or doubled. */
    public boolean clean() {
        return lost == 0 && duplicated == 0;
    }

    /** {@code accepted=… routed=… … duplicated=…}. */
    public String line() {
        return figures().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return line() + " assignments=" + assignments();
    }

    private void enter(ConsumerRecord<byte[], byte[]> record) {
        if (!record.topic().equals(Topics.COMPLAINTS)) {
            String id = WireJson.MAPPER.readTree(record.value()).path("id").asString();
            fed.merge(record.topic() + " " + id, 1, Integer::sum);
            return;
        }
        ComplaintEvent event = EventJson.read(record.value());
        if (!events.add(event.id())) {
            duplicated++;
        }
        // Not every event is of interest here; the accounts name those they keep.
        if (event instanceof ComplaintSubmitted) {
            submitted.merge(event.complaintId(), 1, Integer::sum);
        } else if (event instanceof ComplaintRouted routed) {
            firstPlace.putIfAbsent(event.complaintId(), "routed");
            assignments.put(event.id(), Topics.agency(routed.institution().code()));
            rules.merge(routed.reason().rule(), 1, Integer::sum);
        } else if (event instanceof ComplaintHeldForDesk held) {
            firstPlace.putIfAbsent(event.complaintId(), "desk");
            rules.merge(held.reason().rule(), 1, Integer::sum);
        } else if (event instanceof ComplaintResolved) {
            resolved.add(event.complaintId());
        } else if (event instanceof DeadlineMissed missed) {
            escalated++;
            once("missed " + event.complaintId() + missed.clock() + missed.dueAt() + missed.level());
        } else if (event instanceof ReporterNotified told) {
            notified++;
            once("told " + told.about());
        }
    }

    private void once(String what) {
        if (!singular.add(what)) {
            duplicated++;
        }
    }

    private void close(Collection<ComplaintId> acknowledged) {
        lost += (int)
                acknowledged.stream().filter(id -> !submitted.containsKey(id)).count();
        lost += (int) submitted.keySet().stream()
                .filter(id -> !firstPlace.containsKey(id))
                .count();
        lost += (int) assignments.entrySet().stream()
                .filter(each -> !fed.containsKey(each.getValue() + " " + each.getKey()))
                .count();
        duplicated += submitted.values().stream().mapToInt(times -> times - 1).sum();
        duplicated += fed.values().stream().mapToInt(times -> times - 1).sum();
    }

    private int count(String place) {
        return (int) firstPlace.entrySet().stream()
                .filter(each -> submitted.containsKey(each.getKey()))
                .filter(each -> each.getValue().equals(place))
                .count();
    }
}
