package id.pintu.routing.kafka;

import id.pintu.events.ComplaintId;
import id.pintu.events.TopicNames;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.CommandSender;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.SnapshotStore;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ConsumerLoopLifecycle;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.OutageDetector;
import id.pintu.processing.topics.RecordPollTask;
import id.pintu.routing.actions.ActionRefusal;
import id.pintu.routing.actions.AgencyAction;
import id.pintu.routing.actions.AgencyActionForm;
import id.pintu.routing.actions.AgencyActionForm.AssignUnitForm;
import id.pintu.routing.actions.AgencyActionParser;
import id.pintu.routing.actions.AgencyActionValidator;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.support.accounts.AccountPrincipal;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.ActingAccount;
import id.pintu.support.accounts.RoleGrant;
import id.pintu.support.audit.AuditLog;
import id.pintu.support.audit.record.AuditEntry;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Kafka consumer of the actions that institutions write to their topics {@code agency-actions.CODE}. The topic says who acts,
 * for the broker lets nobody but the institution write to it.
 *
 * <p>Each becomes the command that the same action over HTTP becomes, with the same id. A refusal is a record of the
 * institution's feed: of what cannot be read or is not allowed from here, of all else from the processor, in the transaction
 * that decides the command. Records are read at least once; an action that is read twice is one command.
 */
public final class AgencyActionConsumer implements ConsumerLoopLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AgencyActionConsumer.class);
    private static final String NAME = "agency-actions";
    private static final String SERVICE = "routing";
    private static final String TOPIC_PREFIX = TopicNames.agencyActions("");

    /** A flood of one institution comes in portions of this size, between which the others have their turn. */
    private static final int PORTION_BYTES = 65_536;

    /** Time after which a new topic is found. */
    private static final int METADATA_MAX_AGE_MS = 10_000;

    private final CommandSender sender;
    private final CommandCodec<HandlingCommand> codec;
    private final AgencyActionParser parser;
    private final AgencyActionValidator validator;
    private final SnapshotStore<HandlingState> snapshots;
    private final Supplier<InstitutionRegistry> registry;
    private final AuditLog audit;
    private final InstantSource clock;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ConsumerLoop consumerLoop;

    public AgencyActionConsumer(
            KafkaClients clients,
            CommandSender sender,
            CommandCodec<HandlingCommand> codec,
            AgencyActionParser parser,
            AgencyActionValidator validator,
            SnapshotStore<HandlingState> snapshots,
            Supplier<InstitutionRegistry> registry,
            AuditLog audit,
            InstantSource clock) {
        this.sender = sender;
        this.codec = codec;
        this.parser = parser;
        this.validator = validator;
        this.snapshots = snapshots;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
        this.consumer = clients.readCommittedConsumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG, SERVICE + "-actions",
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PORTION_BYTES,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MAX_AGE_MS));
        this.consumerLoop = new ConsumerLoop(
                NAME,
                StartupPhases.BACKGROUND_READERS,
                new RecordPollTask(NAME, consumer, this::accept, consumer::commitAsync),
                () -> consumer.subscribe(Pattern.compile(Pattern.quote(TOPIC_PREFIX) + ".+")));
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return consumerLoop;
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) {
        String institution = record.topic().substring(TOPIC_PREFIX.length());
        if (registry.get().institution(institution).isEmpty()) {
            log.warn("an action of {}, which is no institution, is left out", institution);
            return;
        }
        JsonNode envelope = MissingNode.getInstance();
        try {
            envelope = parser.parseRecord(value(record));
            send(institution, parser.parse(envelope));
        } catch (ProblemException problem) {
            refuse(record, institution, envelope, problem);
        } catch (RuntimeException e) {
            if (OutageDetector.isCauseOf(e)) {
                throw e;
            }
            // The message may quote the record.
            log.error(
                    "an action of {} cannot be handled: {}",
                    institution,
                    e.getClass().getName());
            refuse(
                    record,
                    institution,
                    envelope,
                    ProblemException.of(
                            HttpStatus.INTERNAL_SERVER_ERROR,
                            "internal",
                            "Something went wrong here, not in your action."));
        }
    }

    private static byte[] value(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }

    private void send(String institution, AgencyAction action) {
        AgencyActionForm form = action.form() instanceof AssignUnitForm unit
                ? unit.resolved(registry.get(), institution)
                : action.form();
        validator.requireValid(form, institution);
        requireKnown(action.complaint(), institution);
        String address = "/v1/agencies/" + institution + "/complaints/" + action.complaint() + "/"
                + action.act().wireName();
        UUID id = CommandGateway.commandId(action.complaint(), address, action.id());
        HandlingCommand command = form.toCommand(id, action.complaint(), institution);
        ActingAccount actor = actorOf(institution);
        audit.recordOf(
                "agency-action",
                actor,
                Map.of(
                        AuditEntry.INSTITUTION,
                        institution,
                        AuditEntry.COMPLAINT,
                        action.complaint().value(),
                        "act",
                        action.act().wireName()));
        sender.send(
                        OutboundRecord.command(SERVICE, codec, command, clock.instant())
                                .withActor(Optional.of(actor.toEventActor()))
                                .withExpectedVersion(action.expectedVersion())
                                .withActionId(action.id()),
                        Optional.empty())
                .join();
    }

    /** The institution's program, as with its key over HTTP. */
    private static ActingAccount actorOf(String institution) {
        RoleGrant grant = RoleGrant.within(AccountRole.INTEGRATOR, institution);
        return new ActingAccount(AccountPrincipal.program(institution, grant).account(), grant);
    }

    /** Numbers that nobody has must not each become a snapshot. */
    private void requireKnown(ComplaintId complaint, String institution) {
        if (snapshots.find(complaint).isEmpty()) {
            throw ProblemException.of(
                    HttpStatus.NOT_FOUND, "unknown-complaint", "No such complaint is with " + institution + ".");
        }
    }

    private void refuse(
            ConsumerRecord<byte[], byte[]> record, String institution, JsonNode envelope, ProblemException problem) {
        Instant now = clock.instant();
        ActionRefusal refusal = ActionRefusal.of(
                record.topic() + "@" + record.offset(),
                parser.idOf(envelope),
                institution,
                parser.complaintOf(envelope),
                now,
                problem);
        sender.send(refusal.toRecord(), Optional.empty()).join();
    }
}
