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
 * @param pending notices not yet told, in the order of their steps
 * @param concluded ids of the events told or given up; kept, because the ledger may hold word of a notice before its event
 *     is heard again
 */
public record NoticeState(
        ContactChannel reachableBy,
        Optional<ComplaintId> partOf,
        Optional<String> responsible,
        List<PendingNotice> pending,
        Set<UUID> concluded) {

    public static final NoticeState NONE =
            new NoticeState(ContactChannel.NONE, Optional.empty(), Optional.empty(), List.of(), Set.of());

    public NoticeState {
        pending = List.copyOf(pending);
        concluded = Set.copyOf(concluded);
    }

    NoticeState reachableBy(ContactChannel channel) {
        return new NoticeState(channel, partOf, responsible, pending, concluded);
    }

    NoticeState partOf(ComplaintId whole) {
        return new NoticeState(reachableBy, Optional.of(whole), responsible, pending, concluded);
    }

    NoticeState responsible(Optional<String> name) {
        return new NoticeState(reachableBy, partOf, name, pending, concluded);
    }

    /**
     * Owes word of this step, unless nobody can be reached or it was told already. The responsible institution's name
     * is added as the fact {@code institution}.
     */
    NoticeState withPending(ComplaintEvent event, NoticeType type, Map<String, String> facts) {
        if (reachableBy == ContactChannel.NONE || concluded.contains(event.id())) {
            return this;
        }
        Map<String, String> known = new HashMap<>(facts);
        responsible.ifPresent(name -> known.put("institution", name));
        List<PendingNotice> more = new ArrayList<>(pending);
        more.add(new PendingNotice(
                event.id(), event.complaintId(), partOf.orElse(event.complaintId()), type, known, event.at()));
        return new NoticeState(reachableBy, partOf, responsible, more, concluded);
    }

    NoticeState concluded(UUID about) {
        Set<UUID> more = new LinkedHashSet<>(concluded);
        more.add(about);
        List<PendingNotice> rest =
                pending.stream().filter(notice -> !notice.about().equals(about)).toList();
        return new NoticeState(reachableBy, partOf, responsible, rest, more);
    }
}
