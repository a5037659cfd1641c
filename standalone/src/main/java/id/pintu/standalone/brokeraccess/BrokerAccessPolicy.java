package id.pintu.standalone.brokeraccess;

import id.pintu.events.TopicNames;
import id.pintu.notification.institutions.delivery.SentMailJournal;
import id.pintu.portal.institution.OwnCannedAnswerIndex;
import id.pintu.processing.deadletters.DeadLetterWriter;
import id.pintu.processing.versions.VersionedTopic;
import id.pintu.processing.versions.VersionedTopicWriter;
import id.pintu.routing.handling.RulingPrecedentIndex;
import id.pintu.routing.pending.PendingActIndex;
import id.pintu.routing.rulebooks.ActiveRuleBookProvider;
import id.pintu.routing.webhooks.WebhookIndex;
import id.pintu.sla.kafka.CalendarDecreeTopic;
import id.pintu.sla.kafka.CalendarImpactTopic;
import id.pintu.support.accounts.TokenRevocationIndex;
import id.pintu.support.audit.AuditTopics;
import id.pintu.support.audit.chain.AuditChainConfiguration;
import id.pintu.support.keys.InstitutionKeyIndex;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.security.auth.KafkaPrincipal;

/**
 * Rights on the broker: each service reads and writes the topics that it works with, and each institution reads its own
 * feed and writes its own actions. Whatever is not listed is denied. docs/security.md has the same as a table.
 */
public final class BrokerAccessPolicy {

    private static final String ACCOUNT = "account";
    private static final String INTAKE = "intake";
    private static final String ROUTING = "routing";
    private static final String SLA = "sla";
    private static final String NOTIFICATION = "notification";
    private static final String PORTAL = "portal";

    /** The service that imports {@link AuditChainConfiguration}. */
    private static final String AUDIT_KEEPER = ACCOUNT;

    /**
     * Codes of institutions, as in the registry: none is the name of a service, or of a person who administers the broker.
     */
    private static final Pattern INSTITUTION_CODE = Pattern.compile("[A-Z]+(\\.[A-Z0-9]+)+");

    /** Users that are services. */
    public static final List<String> SERVICES = List.of(ACCOUNT, INTAKE, ROUTING, SLA, NOTIFICATION, PORTAL);

    private static final Set<String> ALL = Set.copyOf(SERVICES);

    private static final Set<String> LEDGER_READERS = Set.of(INTAKE, ROUTING, SLA, NOTIFICATION, PORTAL);

    private static final List<TopicAccess> TOPICS = List.of(
            topic(TopicNames.COMPLAINTS, LEDGER_READERS, Set.of(INTAKE, ROUTING, SLA, NOTIFICATION)),
            topic(TopicNames.DEAD_LETTERS, ALL, ALL),
            topic(TopicNames.commandTopic(INTAKE), Set.of(INTAKE), Set.of(INTAKE)),
            topic(TopicNames.replyTopic(INTAKE), Set.of(INTAKE), Set.of(INTAKE)),
            topic(TopicNames.commandTopic(ROUTING), Set.of(ROUTING), Set.of(ROUTING)),
            topic(TopicNames.replyTopic(ROUTING), Set.of(ROUTING), Set.of(ROUTING)),
            topic(PendingActIndex.TOPIC, Set.of(ROUTING), Set.of(ROUTING)),
            // Notification writes a contact again when the operator replays it.
            topic(TopicNames.REPORTERS, Set.of(NOTIFICATION), Set.of(INTAKE, NOTIFICATION)),
            topic(TopicNames.ACCOUNTS, Set.of(ACCOUNT), Set.of(ACCOUNT)),
            topic(InstitutionKeyIndex.TOPIC, ALL, Set.of(ROUTING, INTAKE)),
            topic(TokenRevocationIndex.TOPIC, ALL, Set.of(ACCOUNT)),
            topic(TopicNames.REGISTRY, Set.of(ROUTING, SLA, PORTAL), Set.of(ROUTING)),
            topic(VersionedTopic.historyTopic(TopicNames.REGISTRY), Set.of(ROUTING), Set.of(ROUTING)),
            topic(TopicNames.INSTITUTION_CONTACTS, Set.of(ROUTING, NOTIFICATION), Set.of(ROUTING)),
            topic(SentMailJournal.TOPIC, Set.of(NOTIFICATION), Set.of(NOTIFICATION)),
            topic(ActiveRuleBookProvider.TOPIC, Set.of(ROUTING), Set.of(ROUTING)),
            topic(VersionedTopic.historyTopic(ActiveRuleBookProvider.TOPIC), Set.of(ROUTING), Set.of(ROUTING)),
            topic(RulingPrecedentIndex.TOPIC, Set.of(ROUTING), Set.of(ROUTING)),
            topic(WebhookIndex.TOPIC, Set.of(ROUTING), Set.of(ROUTING)),
            topic(OwnCannedAnswerIndex.TOPIC, Set.of(PORTAL), Set.of(PORTAL)),
            topic(CalendarDecreeTopic.TOPIC, Set.of(SLA), Set.of(SLA)),
            topic(CalendarImpactTopic.TOPIC, Set.of(SLA), Set.of(SLA)),
            topic(AuditTopics.ENTRIES, Set.of(AUDIT_KEEPER), ALL),
            topic(AuditTopics.CHAIN, Set.of(AUDIT_KEEPER), Set.of(AUDIT_KEEPER)),
            new TopicAccess(TopicNames.agencyFeed(""), PatternType.PREFIXED, Set.of(ROUTING), Set.of(ROUTING)),
            new TopicAccess(TopicNames.agencyActions(""), PatternType.PREFIXED, Set.of(ROUTING), Set.of()));

    /** Transactional ids that several instances, or services, use as a lock. */
    private static final Map<String, Set<String>> LOCKS = Map.of(
            VersionedTopicWriter.transactionalId(TopicNames.REGISTRY),
            Set.of(ROUTING),
            VersionedTopicWriter.transactionalId(ActiveRuleBookProvider.TOPIC),
            Set.of(ROUTING),
            DeadLetterWriter.TRANSACTIONAL_ID,
            ALL,
            AuditChainConfiguration.TRANSACTIONAL_ID,
            Set.of(AUDIT_KEEPER));

    private BrokerAccessPolicy() {}

    /**
     * Rights of the services on topics.
     *
     * @param name of the topic, or the beginning of the names
     */
    record TopicAccess(String name, PatternType pattern, Set<String> readers, Set<String> writers) {

        /** What a service may do; it may create the topics that it works with. */
        private Set<AclOperation> operations(String service) {
            Set<AclOperation> operations = EnumSet.noneOf(AclOperation.class);
            if (readers.contains(service)) {
                operations.addAll(Set.of(AclOperation.READ, AclOperation.CREATE));
            }
            if (writers.contains(service)) {
                operations.addAll(Set.of(AclOperation.WRITE, AclOperation.CREATE));
            }
            return operations;
        }

        private ResourcePattern resource() {
            return new ResourcePattern(ResourceType.TOPIC, name, pattern);
        }
    }

    private static TopicAccess topic(String name, Set<String> readers, Set<String> writers) {
        return new TopicAccess(name, PatternType.LITERAL, readers, writers);
    }

    static boolean isInstitution(String user) {
        return INSTITUTION_CODE.matcher(user).matches();
    }

    /** Rights on topics, in the order of the documentation. */
    static List<TopicAccess> topics() {
        return TOPICS;
    }

    /** Access control list of a service. */
    public static List<AclBinding> ofService(String service) {
        Stream<AclBinding> onTopics = TOPICS.stream()
                .flatMap(topic -> topic.operations(service).stream()
                        .map(operation -> allow(service, topic.resource(), operation)));
        Stream<AclBinding> onLocks = LOCKS.entrySet().stream()
                .filter(lock -> lock.getValue().contains(service))
                .map(lock -> allow(service, literal(ResourceType.TRANSACTIONAL_ID, lock.getKey()), AclOperation.WRITE));
        Stream<AclBinding> onOwnNames = Stream.of(
                allow(service, prefixed(ResourceType.GROUP, service), AclOperation.READ),
                allow(service, prefixed(ResourceType.TRANSACTIONAL_ID, service + "-"), AclOperation.WRITE));
        return Stream.of(onTopics, onLocks, onOwnNames).flatMap(each -> each).toList();
    }

    /**
     * Access control list of an institution: it reads its feed, with consumer groups whose names are its code, or begin with it
     * and a hyphen, and writes its actions.
     */
    public static List<AclBinding> ofInstitution(String code) {
        return List.of(
                allow(code, literal(ResourceType.TOPIC, TopicNames.agencyFeed(code)), AclOperation.READ),
                allow(code, literal(ResourceType.TOPIC, TopicNames.agencyActions(code)), AclOperation.WRITE),
                allow(code, literal(ResourceType.GROUP, code), AclOperation.READ),
                allow(code, prefixed(ResourceType.GROUP, code + "-"), AclOperation.READ));
    }

    private static AclBinding allow(String user, ResourcePattern resource, AclOperation operation) {
        return new AclBinding(
                resource,
                new AccessControlEntry(
                        new KafkaPrincipal(KafkaPrincipal.USER_TYPE, user).toString(),
                        "*",
                        operation,
                        AclPermissionType.ALLOW));
    }

    private static ResourcePattern literal(ResourceType type, String name) {
        return new ResourcePattern(type, name, PatternType.LITERAL);
    }

    private static ResourcePattern prefixed(ResourceType type, String prefix) {
        return new ResourcePattern(type, prefix, PatternType.PREFIXED);
    }
}
