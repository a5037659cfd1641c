package id.pintu.standalone.brokeraccess;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.support.keys.InstallationSecret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.security.auth.KafkaPrincipal;

/** Administrator of the broker's users and access control lists, by Kafka's own administration API. */
public final class BrokerAccessAdministrator implements InstitutionAccess {

    /** The least that Kafka allows; the passwords are 160 random bits, which no number of iterations makes harder to guess. */
    private static final int SCRAM_ITERATIONS = 4_096;

    private final Admin admin;

    /**
     * @param clients of a user who may administer the broker
     */
    public BrokerAccessAdministrator(KafkaClients clients) {
        this.admin = clients.admin();
    }

    /**
     * Gives the services their logins and exactly the rights of {@link BrokerAccessPolicy}.
     *
     * @param secret from which the services' passwords are derived
     * @throws java.util.concurrent.CompletionException when the broker refuses
     */
    public void applyServices(InstallationSecret secret) {
        List<BrokerLogin> logins = new ArrayList<>();
        List<AclBinding> wanted = new ArrayList<>();
        for (String service : BrokerAccessPolicy.SERVICES) {
            logins.add(BrokerLogin.service(service, secret));
            wanted.addAll(BrokerAccessPolicy.ofService(service));
        }
        putLogins(logins);
        replaceRights(BrokerAccessPolicy.SERVICES, wanted);
    }

    @Override
    public void putInstitution(String code, String key) {
        requireInstitution(code);
        putLogins(List.of(BrokerLogin.institution(code, key)));
        replaceRights(List.of(code), BrokerAccessPolicy.ofInstitution(code));
    }

    @Override
    public void removeInstitution(String code) {
        requireInstitution(code);
        boolean exists =
                await(admin.describeUserScramCredentials(List.of(code)).users()).contains(code);
        if (exists) {
            await(admin.alterUserScramCredentials(
                            List.of(new UserScramCredentialDeletion(code, ScramMechanism.SCRAM_SHA_512)))
                    .all());
        }
        replaceRights(List.of(code), List.of());
    }

    @Override
    public Set<String> institutions() {
        return await(admin.describeUserScramCredentials().users()).stream()
                .filter(BrokerAccessPolicy::isInstitution)
                .collect(Collectors.toSet());
    }

    /** Creates a compacted topic with one partition, unless it exists. */
    void createCompactedTopic(String name) {
        try {
            await(admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())
                            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))))
                    .all());
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static void requireInstitution(String code) {
        if (!BrokerAccessPolicy.isInstitution(code)) {
            throw new IllegalArgumentException(code + " is no code of an institution");
        }
    }

    private void putLogins(Collection<BrokerLogin> logins) {
        await(admin.alterUserScramCredentials(logins.stream()
                        .<UserScramCredentialAlteration>map(login -> new UserScramCredentialUpsertion(
                                login.user(),
                                new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS),
                                login.password()))
                        .toList())
                .all());
    }

    private void replaceRights(Collection<String> users, Collection<AclBinding> wanted) {
        Set<AclBinding> existing = new HashSet<>();
        for (String user : users) {
            existing.addAll(await(admin.describeAcls(ofUser(user)).values()));
        }
        Set<AclBinding> missing = new HashSet<>(wanted);
        missing.removeAll(existing);
        if (!missing.isEmpty()) {
            await(admin.createAcls(missing).all());
        }
        wanted.forEach(existing::remove);
        if (!existing.isEmpty()) {
            await(admin.deleteAcls(existing.stream().map(AclBinding::toFilter).toList())
                    .all());
        }
    }

    private static AclBindingFilter ofUser(String user) {
        return new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(
                        new KafkaPrincipal(KafkaPrincipal.USER_TYPE, user).toString(),
                        null,
                        AclOperation.ANY,
                        AclPermissionType.ANY));
    }

    private static <T> T await(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        admin.close();
    }
}
