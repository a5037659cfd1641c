package id.pintu.routing.webhooks;

import id.pintu.processing.CommandSender;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.routing.kafka.AgencyFeedReader;
import id.pintu.routing.kafka.AgencyFeedWatcher;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of webhooks. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean
    WebhookIndex webhookIndex(CommandSender sender) {
        return new WebhookIndex(sender);
    }

    /** Consumes endpoints and their progress, in every instance (webhooks); emits nothing. */
    @Bean
    CompactedTopicReader webhookTopicReader(WebhookIndex webhooks, KafkaClients clients) {
        return CompactedTopicReader.byKey(WebhookIndex.TOPIC, clients, webhooks::handle);
    }

    /** In one instance at a time: posts the records of feeds to endpoints (agency.CODE), emits their progress (webhooks). */
    @Bean
    WebhookDispatchLoop webhookDispatchLoop(
            KafkaClients clients,
            WebhookIndex webhooks,
            AgencyFeedReader feeds,
            AgencyFeedWatcher ends,
            WebhookClient client,
            InstallationSecrets secrets) {
        return new WebhookDispatchLoop(
                clients,
                new WebhookDispatcher(
                        webhooks,
                        feeds,
                        ends,
                        client,
                        secrets.current(SecretPurpose.INSTITUTION_KEYS),
                        InstantSource.system())); // receivers compare the time with their own
    }

    /**
     * @param privateAllowed for institutions in one closed network, and for tests
     */
    @Bean
    WebhookClient webhookClient(
            @Value("${pintu.routing.webhooks.allow-private-addresses:false}") boolean privateAllowed) {
        return new WebhookClient(privateAllowed);
    }

    @Bean
    WebhookAdministration webhookAdministration(
            WebhookIndex webhooks,
            InstallationSecrets secrets,
            @Value("${pintu.routing.webhooks.allow-private-addresses:false}") boolean privateAllowed) {
        return new WebhookAdministration(
                webhooks, secrets.current(SecretPurpose.INSTITUTION_KEYS), privateAllowed, InstantSource.system());
    }

    @Bean
    KafkaAdmin.NewTopics webhookTopic(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(CompactedTopicReader.topic(WebhookIndex.TOPIC, replicas));
    }
}
