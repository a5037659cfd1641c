package id.pintu.processing.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

    @Test
    void whatAClientNeedsIsNotForTheConfigurationToChange() {
        KafkaClients clients =
                new KafkaClients(Map.of("bootstrap.servers", "127.0.0.1:1", "request.timeout.ms", "no number"));

        assertThatThrownBy(clients::admin).isInstanceOf(ConfigException.class);
        try (Admin admin = clients.admin(Map.of("request.timeout.ms", 1_000))) {
            assertThat(admin).isNotNull();
        }
    }

    @Test
    void doesNotShowThePassword() {
        KafkaClients clients =
                new KafkaClients(Map.of("bootstrap.servers", "127.0.0.1:1", "sasl.jaas.config", "password=secret"));

        assertThat(clients).hasToString("KafkaClients[127.0.0.1:1]");
    }
}
