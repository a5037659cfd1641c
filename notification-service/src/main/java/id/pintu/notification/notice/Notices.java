package id.pintu.notification.notice;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What one reporter is still to hear of.
 *
 * @param reachableBy the channel the reporter chose; {@code NONE} is owed nothing
 * @param partOf the complaint this one is a part of: that one's reporter is this one's
 * @param responsible name of the institution that has the complaint, if one ever had it
 * @param open notices not yet told, in the order of their steps
 * @param told ids of the events told or given up; kept, because the ledger may hold word of a notice before its event
 *     is heard again
 */
public record Notices(
        ContactChannel reachableBy,
        Optional<ComplaintId> partOf,
        Optional<String> responsible,
        List<Notice> open,
        Set<UUID> told) {

    public static final Notices NONE =
            new Notices(ContactChannel.NONE, Optional.empty(), Optional.empty(), List.of(), Set.of());

    public Notices {
        open = List.copyOf(open);
        told = Set.copyOf(told);
    }

    Notices reachableBy(ContactChannel channel) {
        return new Notices(channel, partOf, responsible, open, told);
    }

    Notices partOf(ComplaintId whole) {
        return new Notices(reachableBy, Optional.of(whole), responsible, open, told);
    }

    Notices responsible(Optional<String> name) {
        return new Notices(reachableBy, partOf, name, open, told);
    }

    /**
     * Owes word of this step, unless nobody can be reached or it was told already. The responsible institution's name
     * is added as the fact {@code institution}.
     */
    Notices owe(ComplaintEvent event, Step step, Map<String, String> facts) {
        if (reachableBy == ContactChannel.NONE || told.contains(event.id())) {
            return this;
        }
        Map<String, String> known = new HashMap<>(facts);
        responsible.ifPresent(name -> known.put("institution", name));
        List<Notice> more = new ArrayList<>(open);
        more.add(new Notice(
                event.id(), event.complaintId(), partOf.orElse(event.complaintId()), step, known, event.at()));
        return new Notices(reachableBy, partOf, responsible, more, told);
    }

    Notices told(UUID about) {
        Set<UUID> more = new LinkedHashSet<>(told);
        more.add(about);
        List<Notice> rest =
                open.stream().filter(notice -> !notice.about().equals(about)).toList();
        return new Notices(reachableBy, partOf, responsible, rest, more);
    }
}
