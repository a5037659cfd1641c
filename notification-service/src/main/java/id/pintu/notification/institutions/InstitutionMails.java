package id.pintu.notification.institutions;

import id.pintu.events.ComplaintId;
import id.pintu.events.InstitutionContact;
import id.pintu.events.InstitutionContact.ContactRole;
import id.pintu.events.InstitutionRef;
import id.pintu.notification.institutions.ExpiredClocks.ExpiredClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Rules of who gets which mail of an institution: liaison and admin all, its head what is escalated to the head, and digests. */
public final class InstitutionMails {

    /** Events of one minute may be consumed some seconds apart. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private InstitutionMails() {}

    /**
     * The mails of one digest: one for each contact that was entered before it was due.
     *
     * @param recipientOf keyed hash of a contact's address
     */
    public static List<InstitutionMail> ofDigest(
            InstitutionDigest digest,
            Instant dueAt,
            List<InstitutionContact> contacts,
            Function<InstitutionContact, String> recipientOf) {
        return digest.isEmpty()
                ? List.of()
                : contacts.stream()
                        .filter(contact -> contact.since().isBefore(dueAt))
                        .map(contact -> InstitutionMail.of(contact, recipientOf.apply(contact), digest))
                        .toList();
    }

    /**
     * The mails about clocks of one institution that have run out: for each contact one for those that are told at the same
     * time. At night there are none.
     *
     * @param oldest what happened before is not told any more
     * @param isTold whether a recipient was told of an event
     */
    public static List<InstitutionMail> ofExpired(
            InstitutionRef institution,
            Map<ComplaintId, InstitutionCase> cases,
            List<InstitutionContact> contacts,
            MailHours hours,
            Instant oldest,
            Instant now,
            Function<InstitutionContact, String> recipientOf,
            BiPredicate<String, UUID> isTold) {
        if (hours.isNight(now, institution.zone())) {
            return List.of();
        }
        List<ExpiredClock> due = expiredClocks(cases).stream()
                .filter(expired -> !expired.expiry().at().isBefore(oldest)
                        && !tellAt(expired, institution, hours).plus(SETTLED).isAfter(now))
                .toList();
        List<InstitutionMail> mails = new ArrayList<>();
        for (InstitutionContact contact : contacts) {
            String recipient = recipientOf.apply(contact);
            Map<Instant, List<ExpiredClock>> byTime = new TreeMap<>();
            due.stream()
                    .filter(expired -> isFor(contact, expired)
                            && !isTold.test(recipient, expired.expiry().event()))
                    .forEach(expired -> byTime.computeIfAbsent(
                                    tellAt(expired, institution, hours), time -> new ArrayList<>())
                            .add(expired));
            byTime.values()
                    .forEach(expired ->
                            mails.add(InstitutionMail.of(contact, recipient, new ExpiredClocks(institution, expired))));
        }
        return mails;
    }

    private static List<ExpiredClock> expiredClocks(Map<ComplaintId, InstitutionCase> cases) {
        List<ExpiredClock> expired = new ArrayList<>();
        cases.forEach((id, state) -> state.runningClocks()
                .forEach(running -> running.clock()
                        .expiries()
                        .forEach(expiry -> expired.add(new ExpiredClock(
                                id, running.type(), running.clock().dueAt(), expiry)))));
        expired.sort(Comparator.comparing(ExpiredClock::dueAt)
                .thenComparing(clock -> clock.id().value()));
        return expired;
    }

    private static boolean isFor(InstitutionContact contact, ExpiredClock expired) {
        return !expired.expiry().at().isBefore(contact.since())
                && (contact.role() != ContactRole.HEAD || expired.expiry().toHead());
    }

    private static Instant tellAt(ExpiredClock expired, InstitutionRef institution, MailHours hours) {
        return hours.tellAt(expired.expiry().at(), institution.zone());
    }
}
