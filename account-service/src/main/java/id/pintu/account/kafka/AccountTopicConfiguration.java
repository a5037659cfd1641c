package id.pintu.account.kafka;

import id.pintu.account.AccountServiceProperties;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.startup.StartupTask;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of the topic {@code accounts}: its reader, and what is kept of it in memory. */
@Configuration(proxyBeanMethods = false)
class AccountTopicConfiguration {

    @Bean
    AccountCipher accountCipher(InstallationSecrets secrets) {
        return new AccountCipher(secrets.accepted(SecretPurpose.ACCOUNTS));
    }

    @Bean
    AccountStore accountStore(CommandSender sender) {
        return new AccountStore(sender);
    }

    @Bean
    SigningKeyStore signingKeyStore(CommandSender sender, AccountCipher accountCipher) {
        return new SigningKeyStore(sender, accountCipher);
    }

    @Bean
    TokenRevoker tokenRevoker(CommandSender sender, InstantSource clock) {
        return new TokenRevoker(sender, clock);
    }

    @Bean
    CompactedTopicReader accountTopicReader(AccountStore accounts, SigningKeyStore keys, KafkaClients clients) {
        return CompactedTopicReader.byKey(TopicNames.ACCOUNTS, clients, (key, value) -> {
            if (key.startsWith(SigningKeyStore.KEY_PREFIX)) {
                String id = key.substring(SigningKeyStore.KEY_PREFIX.length());
                value.ifPresentOrElse(json -> keys.put(id, json), () -> keys.remove(id));
            } else {
                value.ifPresentOrElse(
                        json -> accounts.put(WireJsonMapper.MAPPER.readValue(json, PersonAccount.class)),
                        () -> accounts.remove(key));
            }
        });
    }

    /** A token can be signed when the first request is served. */
    @Bean
    StartupTask firstSigningKey(SigningKeyStore keys, AccountServiceProperties properties, InstantSource clock) {
        return new StartupTask(
                StartupPhases.SNAPSHOT_REBUILD, () -> keys.rotate(properties.keyRotation(), clock.instant()));
    }

    @Bean
    KafkaAdmin.NewTopics accountTopics(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(CompactedTopicReader.topic(TopicNames.ACCOUNTS, replicas));
    }
}
