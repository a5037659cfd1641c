package id.pintu.routing.handling;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.ComplaintPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Immutable set of the complaints that one complaint is related to; part of its handling state.
 *
 * @param partOf the complaint this one is a part of
 * @param parts its own parts
 * @param repeats the first complaint about the same incident
 */
public record RelatedComplaints(Optional<ComplaintId> partOf, List<ComplaintId> parts, Optional<ComplaintId> repeats) {

    static final RelatedComplaints NONE = new RelatedComplaints(Optional.empty(), List.of(), Optional.empty());

    public RelatedComplaints {
        parts = List.copyOf(parts);
    }

    RelatedComplaints withPartOf(ComplaintId whole) {
        return new RelatedComplaints(Optional.of(whole), parts, repeats);
    }

    RelatedComplaints withParts(List<ComplaintPart> added) {
        return new RelatedComplaints(
                partOf,
                Stream.concat(parts.stream(), added.stream().map(ComplaintPart::complaintId))
                        .toList(),
                repeats);
    }

    RelatedComplaints withRepeats(ComplaintId first) {
        return new RelatedComplaints(partOf, parts, Optional.of(first));
    }
}
