package id.pintu.standalone.brokeraccess;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.RecordPollTask;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.InstitutionKeyIndex;
import id.pintu.support.keys.SecretPurpose;
import id.pintu.support.keys.StoredInstitutionKey;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reader of the topic {@code keys} that gives each institution whose key was shown a login at the broker, and takes it back
 * when the key is renewed or revoked: the password is the key. While nobody has the key, there is no login.
 *
 * <p>It reads the topic to its end before it changes anything: an older key is never accepted again, not even for a moment.
 * Logins whose key the secrets no longer give are taken away then.
 */
public final class InstitutionLoginReader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(InstitutionLoginReader.class);
    private static final String NAME = "institution-logins";
    private static final TopicPartition PARTITION = new TopicPartition(InstitutionKeyIndex.TOPIC, 0);

    private final List<InstallationSecret> secrets;
    private final InstitutionAccess access;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ConsumerLoop loop;

    /** Last key of each institution that this installation has written. */
    private final Map<String, StoredInstitutionKey> keys = new HashMap<>();

    /** Institutions whose login is not yet as their key. */
    private final Set<String> pending = new HashSet<>();

    private Map<TopicPartition, Long> initialEnd = Map.of();
    private boolean initialEndReached;

    /**
     * @param access what is changed; closed with the reader
     */
    InstitutionLoginReader(KafkaClients clients, InstallationSecrets secrets, InstitutionAccess access) {
        this.secrets = secrets.accepted(SecretPurpose.INSTITUTION_KEYS);
        this.access = access;
        this.consumer = clients.readCommittedConsumer();
        this.loop = new ConsumerLoop(
                NAME,
                StartupPhases.BACKGROUND_READERS,
                new RecordPollTask(NAME, consumer, this::read, this::applyPending),
                this::assign);
    }

    /**
     * Starts the reader; the logins follow a moment later.
     *
     * @param clients of a user who may administer the broker
     * @param secrets from which the institutions' keys are derived
     */
    public static InstitutionLoginReader start(KafkaClients clients, InstallationSecrets secrets) {
        BrokerAccessAdministrator administrator = new BrokerAccessAdministrator(clients);
        administrator.createCompactedTopic(InstitutionKeyIndex.TOPIC);
        InstitutionLoginReader reader = new InstitutionLoginReader(clients, secrets, administrator);
        reader.start();
        return reader;
    }

    void start() {
        loop.start();
    }

    private void assign() {
        AssignedPartitions.assignFromBeginning(consumer, List.of(PARTITION));
        initialEnd = consumer.endOffsets(List.of(PARTITION));
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        String code = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null || !BrokerAccessPolicy.isInstitution(code)) {
            return; // keys of channels and of the desk open no feed
        }
        StoredInstitutionKey key = WireJsonMapper.MAPPER.readValue(record.value(), StoredInstitutionKey.class);
        StoredInstitutionKey former = keys.get(code);
        boolean isOlder = former != null && key.generation() < former.generation();
        if (!isOlder && key.clearText(secrets, code).isPresent()) {
            keys.put(code, key);
            pending.add(code);
        }
    }

    /** Runs after each poll. What fails is done after the next one. */
    private void applyPending() {
        if (!initialEndReached) {
            if (!AssignedPartitions.hasReached(consumer, initialEnd)) {
                return;
            }
            Set<String> existing = access.institutions();
            pending.removeIf(code -> !existing.contains(code) && password(code).isEmpty());
            existing.stream().filter(code -> !keys.containsKey(code)).forEach(pending::add);
            initialEndReached = true;
        }
        for (String code : List.copyOf(pending)) {
            password(code).ifPresentOrElse(key -> permit(code, key), () -> forbid(code));
            pending.remove(code);
        }
    }

    /** The key that somebody has; empty when nobody has one. */
    private Optional<String> password(String code) {
        return Optional.ofNullable(keys.get(code))
                .filter(StoredInstitutionKey::shown)
                .flatMap(key -> key.clearText(secrets, code));
    }

    private void permit(String code, String key) {
        access.putInstitution(code, key);
        log.info("{} may read its feed and write its actions", code);
    }

    private void forbid(String code) {
        access.removeInstitution(code);
        log.info("{} may not read its feed nor write actions", code);
    }

    @Override
    public void close() {
        loop.stop();
        access.close();
    }
}
