package id.pintu.support.keys;

import id.pintu.events.MalformedMessageException;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of secrets and bearer keys, and of the topic {@code keys}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretProperties.class)
public class BearerKeyConfiguration {

    @Bean
    InstallationSecrets installationSecrets(SecretProperties properties) {
        return properties.toSecrets();
    }

    @Bean
    InstitutionKeyIndex institutionKeys() {
        return new InstitutionKeyIndex();
    }

    @Bean
    ChannelKeyIndex channelKeys(InstallationSecrets secrets) {
        return new ChannelKeyIndex(secrets);
    }

    @Bean
    CompactedTopicReader keyTopicReader(
            InstallationSecrets secrets,
            InstitutionKeyIndex keys,
            ChannelKeyIndex channels,
            MeterRegistry meters,
            KafkaClients clients) {
        Counter refused = Counter.builder("pintu.keys.refused")
                .description("records of the topic keys that this installation did not write")
                .register(meters);
        KeyRecordHandler handler = new KeyRecordHandler(secrets, keys, channels, refused::increment);
        return CompactedTopicReader.byKey(InstitutionKeyIndex.TOPIC, clients, (key, value) -> {
            if (!handler.handle(key, value)) {
                throw new MalformedMessageException("not written by this installation");
            }
        });
    }

    @Bean
    KafkaAdmin.NewTopics keyTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(CompactedTopicReader.topic(InstitutionKeyIndex.TOPIC, replicas));
    }

    @Bean
    BearerKeyReader bearerKeyReader(
            InstallationSecrets secrets, InstitutionKeyIndex institutions, ChannelKeyIndex channels) {
        return new BearerKeyReader(secrets, institutions, channels);
    }
}
