package id.pintu.notification.notice;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ContactChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Immutable state of one complaint in notification-service: which notices are still to be delivered.
 *
 * @param context what every new notice of the complaint needs
 * @param pending notices neither delivered nor abandoned, in the order of their events; only the latest of a
 *     reporter who gave no contact, until a notice was delivered to one given later
 * @param concluded ids of the events whose notice was delivered or abandoned; kept, because while the state is rebuilt
 *     the ledger may hold a notice's outcome before its event
 */
public record NoticeState(NoticeContext context, List<PendingNotice> pending, Set<UUID> concluded) {

    public static final NoticeState NONE = new NoticeState(NoticeContext.UNKNOWN, List.of(), Set.of());

    public NoticeState {
        pending = List.copyOf(pending);
        concluded = Set.copyOf(concluded);
    }

    NoticeState withContext(UnaryOperator<NoticeContext> change) {
        return new NoticeState(change.apply(context), pending, concluded);
    }

    /**
     * Adds a pending notice of this event, unless it is concluded already; of a reporter without a contact only the latest
     * is kept. The responsible institution's name is added as the fact {@code institution}.
     */
    NoticeState withPending(ComplaintEvent event, NoticeType type, Map<String, String> facts) {
        if (concluded.contains(event.id())) {
            return this;
        }
        Map<String, String> allFacts = new HashMap<>(facts);
        context.responsible().ifPresent(name -> allFacts.put("institution", name));
        // Whoever gave no contact may give one later, and then hears the latest.
        List<PendingNotice> more =
                context.reachableBy() == ContactChannel.NONE ? new ArrayList<>() : new ArrayList<>(pending);
        more.add(new PendingNotice(
                event.id(),
                event.complaintId(),
                context.partOf().orElse(event.complaintId()),
                type,
                allFacts,
                event.at()));
        return new NoticeState(context, more, concluded);
    }

    NoticeState withConcluded(UUID about) {
        Set<UUID> more = new LinkedHashSet<>(concluded);
        more.add(about);
        List<PendingNotice> rest =
                pending.stream().filter(notice -> !notice.about().equals(about)).toList();
        return new NoticeState(context, rest, more);
    }
}
