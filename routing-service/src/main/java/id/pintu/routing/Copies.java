package id.pintu.routing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.Part;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.Topics;
import id.pintu.events.WireJson;
import id.pintu.house.ledger.CommandJson;
import id.pintu.house.ledger.Saying;
import id.pintu.routing.handling.Assignment;
import id.pintu.routing.handling.Handling;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.OpenPart;
import id.pintu.routing.handling.Precedents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What routing says to other topics in the transaction that says an event to the ledger. */
record Copies(CommandJson<HandlingCommand> commands) {

    List<Saying> of(Handling state, ComplaintEvent said) {
        return switch (said) {
            case ComplaintRouted routed -> List.of(feed(state, routed));
            case ComplaintSplit split ->
                split.parts().stream().map(part -> open(state, split, part)).toList();
            case RulingGiven ruling ->
                Precedents.of(ruling).stream()
                        .map(precedent -> precedent(ruling, precedent))
                        .toList();
            case ComplaintEvent other -> List.of();
        };
    }

    private static Saying feed(Handling state, ComplaintRouted routed) {
        return Saying.copy(
                Topics.agency(routed.institution().code()),
                Assignment.WIRE_NAME,
                routed,
                Assignment.of(routed, state).json());
    }

    /** A part begins in its own line, as every complaint does. */
    private Saying open(Handling state, ComplaintSplit split, Part part) {
        OpenPart open = new OpenPart(
                UUID.nameUUIDFromBytes((split.id() + "/" + part.complaintId()).getBytes(StandardCharsets.UTF_8)),
                part.complaintId(),
                split.complaintId(),
                part.institution(),
                part.about(),
                state.submittedAt().orElse(split.at()),
                state.report().orElseThrow());
        return Saying.command("routing", commands, open, split.at());
    }

    private static Saying precedent(RulingGiven ruling, Precedents.Precedent precedent) {
        return Saying.of(
                Precedents.TOPIC,
                precedent.key(),
                "precedent",
                ruling.id(),
                ruling.at(),
                WireJson.MAPPER.writeValueAsBytes(precedent));
    }
}
