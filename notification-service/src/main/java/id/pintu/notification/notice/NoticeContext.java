package id.pintu.notification.notice;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import java.util.Optional;
import java.util.UUID;

/**
 * Immutable facts about one complaint that every new notice of it needs.
 *
 * @param reachableBy the channel of the contact given with the report, or of the first notice delivered by one given
 *     later; the contact known at delivery decides
 * @param partOf the complaint this one is a part of: both have the same reporter
 * @param responsible name of the institution responsible now, if there is one
 * @param archivedBy id of the event that first archived the complaint, which can be contested once
 */
public record NoticeContext(
        ContactChannel reachableBy,
        Optional<ComplaintId> partOf,
        Optional<String> responsible,
        Optional<UUID> archivedBy) {

    static final NoticeContext UNKNOWN =
            new NoticeContext(ContactChannel.NONE, Optional.empty(), Optional.empty(), Optional.empty());

    NoticeContext withReachableBy(ContactChannel channel) {
        return new NoticeContext(channel, partOf, responsible, archivedBy);
    }

    NoticeContext withReachableByIfNone(ContactChannel channel) {
        return reachableBy == ContactChannel.NONE ? withReachableBy(channel) : this;
    }

    NoticeContext withPartOf(ComplaintId whole) {
        return new NoticeContext(reachableBy, Optional.of(whole), responsible, archivedBy);
    }

    NoticeContext withResponsible(Optional<String> institution) {
        return new NoticeContext(reachableBy, partOf, institution, archivedBy);
    }

    NoticeContext withArchivedBy(UUID event) {
        return new NoticeContext(reachableBy, partOf, responsible, Optional.of(archivedBy.orElse(event)));
    }
}
