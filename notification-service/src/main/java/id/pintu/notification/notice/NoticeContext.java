package id.pintu.notification.notice;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import java.util.Optional;

/**
 * Immutable facts about one complaint that every new notice of it needs.
 *
 * @param reachableBy the channel the reporter chose; {@code NONE} gets no notices
 * @param partOf the complaint this one is a part of: both have the same reporter
 * @param responsible name of the institution responsible now, if there is one
 */
public record NoticeContext(ContactChannel reachableBy, Optional<ComplaintId> partOf, Optional<String> responsible) {

    static final NoticeContext UNKNOWN = new NoticeContext(ContactChannel.NONE, Optional.empty(), Optional.empty());

    NoticeContext withReachableBy(ContactChannel channel) {
        return new NoticeContext(channel, partOf, responsible);
    }

    NoticeContext withPartOf(ComplaintId whole) {
        return new NoticeContext(reachableBy, Optional.of(whole), responsible);
    }

    NoticeContext withResponsible(Optional<String> institution) {
        return new NoticeContext(reachableBy, partOf, institution);
    }
}
