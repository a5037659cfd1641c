package id.pintu.routing;

import id.pintu.house.keys.KeyWriter;
import id.pintu.house.start.AtStart;
import id.pintu.house.versions.Beginning;
import id.pintu.house.versions.VersionWriter;
import id.pintu.house.versions.VersionedTopic;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.http.registry.RegistryDesk;
import id.pintu.routing.kafka.AttendanceList;
import id.pintu.routing.kafka.Feeds;
import id.pintu.routing.kafka.RegistryOpening;
import id.pintu.routing.registry.Attendance;
import id.pintu.routing.registry.CurrentRegistry;
import id.pintu.routing.registry.Entry;
import id.pintu.routing.registry.Proofreading;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Who there is: the registry's topics, what routing holds of them, and who is active. */
@Configuration(proxyBeanMethods = false)
class RegistryWiring {

    /** Hears every change of the registry, whichever instance made it (registry.history). */
    @Bean
    VersionedTopic<Entry> registryTopic(@Value("${spring.kafka.bootstrap-servers}") String servers) {
        return new VersionedTopic<>(RegistryOpening.TOPIC, Entry.class, servers);
    }

    /** Says changes of the registry, each with who, when and why (registry, registry.history). */
    @Bean
    VersionWriter<Entry> registryWriter(VersionedTopic<Entry> topic) {
        return new VersionWriter<>(topic);
    }

    /** Hears the whole ledger: which institutions let their clocks run out, and which act. */
    @Bean
    AttendanceList attendance(
            @Value("${spring.kafka.bootstrap-servers}") String servers,
            InstantSource clock,
            RoutingProperties properties,
            CurrentRegistry registry) {
        return new AttendanceList(servers, clock, new Attendance(properties.inactiveAfter()), registry);
    }

    @Bean
    CurrentRegistry registry(Tables tables) {
        return new CurrentRegistry(tables.regions());
    }

    @Bean
    AtStart registryBeginning(
            VersionedTopic<Entry> topic, Tables tables, RoutingProperties properties, InstantSource clock) {
        Map<String, Entry> first = new LinkedHashMap<>();
        tables.entries(properties.notConnected()).forEach(entry -> first.put(entry.code(), entry));
        return new Beginning<>(topic, first, clock).atStart();
    }

    @Bean
    AtStart registryOpening(VersionedTopic<Entry> topic, CurrentRegistry registry, Feeds feeds) {
        return new RegistryOpening(topic, registry, feeds).atStart();
    }

    @Bean
    RegistryDesk registryDesk(VersionWriter<Entry> writer, Tables tables, Feeds feeds, KeyWriter keys) {
        return new RegistryDesk(writer, new Proofreading(tables.regions()), feeds, keys);
    }

    @Bean
    KafkaAdmin.NewTopics registryTopics(@Value("${pintu.replicas}") int replicas) {
        return VersionedTopic.topics(RegistryOpening.TOPIC, replicas);
    }

    @Bean
    Feeds feeds(KafkaAdmin broker, @Value("${pintu.replicas}") int replicas) {
        return new Feeds(broker, replicas);
    }
}
