package id.pintu.routing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ComplaintPart;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.RefusedAction;
import id.pintu.routing.actions.ActionRefusal;
import id.pintu.routing.feeds.FeedAssignment;
import id.pintu.routing.feeds.FeedEvent;
import id.pintu.routing.feeds.FeedReply;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.InstitutionCommand;
import id.pintu.routing.handling.HandlingCommand.OpenPart;
import id.pintu.routing.handling.HandlingCommand.Reclassify;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.RulingPrecedentIndex;
import id.pintu.support.http.CommandGateway;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Stateless factory of the records that routing emits to other topics in the same transaction as an event of the ledger:
 * records of agency feeds, commands that open parts, and precedents.
 */
record DerivedRecordFactory(CommandCodec<HandlingCommand> commands) {

    List<OutboundRecord> derive(HandlingState state, ComplaintEvent event) {
        return Stream.concat(feedRecord(state, event).stream(), furtherRecords(state, event))
                .toList();
    }

    /** The refusal of an action that came as a record goes to the feed of the institution that asked for it. */
    List<OutboundRecord> refusal(RefusedAction refused) {
        Optional<String> institution = switch (refused.command()) {
            case InstitutionCommand command -> Optional.of(command.institution());
            case Reclassify command -> command.institution();
            default -> Optional.empty();
        };
        return institution
                .map(code -> ActionRefusal.of(
                                refused.command().id().toString(),
                                Optional.of(refused.actionId()),
                                code,
                                Optional.of(refused.command().complaintId()),
                                refused.at(),
                                CommandGateway.problem(
                                        refused.refusal().refusal(),
                                        refused.refusal().detail()))
                        .toRecord())
                .stream()
                .toList();
    }

    /** Everything that concerns an institution is in its feed, what others and it itself did alike. */
    private static Optional<OutboundRecord> feedRecord(HandlingState state, ComplaintEvent event) {
        Optional<String> responsible = state.responsible().map(InstitutionRef::code);
        return switch (event) {
            case ComplaintRouted routed -> Optional.of(feedRecord(state, routed));
            case ComplaintReplied replied -> responsible.map(institution -> feedRecord(state, institution, replied));
            case ComplaintTransferred left -> Optional.of(feedRecord(state, left.from(), left));
            // The assignment, which follows, has the report.
            case ComplaintSubmitted submitted -> Optional.empty();
            case PartOpened opened -> Optional.empty();
            // The institution knows: it acted, or a new deadline follows.
            case DeadlineMet met -> Optional.empty();
            case ComplaintEvent other -> responsible.map(institution -> feedRecord(state, institution, other));
        };
    }

    private Stream<OutboundRecord> furtherRecords(HandlingState state, ComplaintEvent event) {
        return switch (event) {
            case ComplaintSplit split -> split.parts().stream().map(part -> openPartCommand(state, split, part));
            case RulingGiven ruling ->
                RulingPrecedentIndex.fromRuling(ruling).stream().map(precedent -> precedentRecord(ruling, precedent));
            case ComplaintEvent other -> Stream.empty();
        };
    }

    private static OutboundRecord feedRecord(HandlingState state, ComplaintRouted routed) {
        return OutboundRecord.derived(
                TopicNames.agencyFeed(routed.institution().code()),
                FeedAssignment.WIRE_NAME,
                routed,
                FeedAssignment.of(routed, state).json());
    }

    private static OutboundRecord feedRecord(HandlingState state, String institution, ComplaintReplied replied) {
        return OutboundRecord.derived(
                TopicNames.agencyFeed(institution),
                FeedReply.WIRE_NAME,
                replied,
                FeedReply.of(replied, institution, state).json());
    }

    private static OutboundRecord feedRecord(HandlingState state, String institution, ComplaintEvent event) {
        return OutboundRecord.derived(
                TopicNames.agencyFeed(institution),
                EventJsonCodec.wireName(event),
                event,
                FeedEvent.of(event, institution, state).json());
    }

    /** A part is opened by a command to its own partition: as a complaint of its own it may be on another one. */
    private OutboundRecord openPartCommand(HandlingState state, ComplaintSplit split, ComplaintPart part) {
        OpenPart open = new OpenPart(
                UUID.nameUUIDFromBytes((split.id() + "/" + part.complaintId()).getBytes(StandardCharsets.UTF_8)),
                part.complaintId(),
                split.complaintId(),
                part.institution(),
                part.about(),
                state.submittedAt().orElse(split.at()),
                state.report().orElseThrow());
        return OutboundRecord.command("routing", commands, open, split.at()).withActor(split.by());
    }

    private static OutboundRecord precedentRecord(RulingGiven ruling, RulingPrecedentIndex.RulingPrecedent precedent) {
        return OutboundRecord.of(
                RulingPrecedentIndex.TOPIC,
                precedent.key(),
                "precedent",
                ruling.id(),
                ruling.at(),
                WireJsonMapper.MAPPER.writeValueAsBytes(precedent));
    }
}
