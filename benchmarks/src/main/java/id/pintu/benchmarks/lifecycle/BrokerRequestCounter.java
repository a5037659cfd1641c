package id.pintu.benchmarks.lifecycle;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Counter of the requests that the broker of this process has answered, by Kafka's name of the request; from its MBeans. */
final class BrokerRequestCounter {

    private static final String REQUESTS = "kafka.network:type=RequestMetrics,name=RequestsPerSec,*";

    private BrokerRequestCounter() {}

    /** Requests since the broker started. */
    static Map<String, Long> counts() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Map<String, Long> counts = new TreeMap<>();
        try {
            for (ObjectName name : server.queryNames(new ObjectName(REQUESTS), null)) {
                counts.merge(
                        name.getKeyProperty("request"),
                        ((Number) server.getAttribute(name, "Count")).longValue(),
                        Long::sum);
            }
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
        return counts;
    }

    /** Such as {@code Fetch=12.3 Produce=4.5}, without those that are rarer than one in a hundred lifecycles. */
    static String perLifecycle(Map<String, Long> before, Map<String, Long> after, int lifecycles) {
        return after.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        (double) (entry.getValue() - before.getOrDefault(entry.getKey(), 0L)) / lifecycles))
                .filter(entry -> entry.getValue() >= 0.01)
                .map(entry -> "%s=%.2f".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" "));
    }
}
