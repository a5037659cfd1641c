package id.pintu.routing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.RoutingEvent.ComplaintPart;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.OutboundRecord;
import id.pintu.routing.handling.FeedAssignment;
import id.pintu.routing.handling.FeedReply;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.OpenPart;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.RulingPrecedentIndex;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Stateless factory of the records that routing emits to other topics in the same transaction as an event of the ledger:
 * assignments and replies for agency feeds, commands that open parts, and precedents.
 */
record DerivedRecordFactory(CommandCodec<HandlingCommand> commands) {

    List<OutboundRecord> derive(HandlingState state, ComplaintEvent event) {
        return switch (event) {
            case ComplaintRouted routed -> List.of(feedRecord(state, routed));
            case ComplaintReplied replied ->
                state
                        .responsible()
                        .map(InstitutionRef::code)
                        .map(institution -> feedRecord(institution, replied))
                        .stream()
                        .toList();
            case ComplaintSplit split ->
                split.parts().stream()
                        .map(part -> openPartCommand(state, split, part))
                        .toList();
            case RulingGiven ruling ->
                RulingPrecedentIndex.fromRuling(ruling).stream()
                        .map(precedent -> precedentRecord(ruling, precedent))
                        .toList();
            case ComplaintEvent other -> List.of();
        };
    }

    private static OutboundRecord feedRecord(HandlingState state, ComplaintRouted routed) {
        return OutboundRecord.derived(
                TopicNames.agencyFeed(routed.institution().code()),
                FeedAssignment.WIRE_NAME,
                routed,
                FeedAssignment.of(routed, state).json());
    }

    private static OutboundRecord feedRecord(String institution, ComplaintReplied replied) {
        return OutboundRecord.derived(
                TopicNames.agencyFeed(institution),
                FeedReply.WIRE_NAME,
                replied,
                FeedReply.of(replied, institution).json());
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
