package id.pintu.notification.institutions.delivery;

import id.pintu.events.ComplaintId;
import id.pintu.events.InstitutionRef;
import id.pintu.notification.institutions.DigestCalculator;
import id.pintu.notification.institutions.InstitutionCase;
import id.pintu.notification.institutions.InstitutionDigest;
import id.pintu.notification.institutions.InstitutionMail;
import id.pintu.notification.institutions.InstitutionMails;
import id.pintu.notification.institutions.MailHours;
import id.pintu.notification.mongo.ExpiredCaseStore;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.calendars.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Planner of the mails that are due at a moment and were not sent. It is stateless but for the digests of this day, which are
 * calculated once. Not thread-safe, apart from {@link #noteExpiries}.
 */
final class InstitutionMailPlanner {

    private final SnapshotStore<InstitutionCase> snapshots;
    private final ExpiredCaseStore expiredCases;
    private final MailRecipientIndex recipients;
    private final SentMailJournal journal;
    private final Function<String, WorkingDays> calendars;
    private final Supplier<BooleanSupplier> foldProgress;
    private final MailHours hours;
    private final Duration toldFor;
    private final Set<ZoneId> zones;
    private final Map<ZoneId, DigestRound> rounds = new HashMap<>();
    private @Nullable BooleanSupplier caughtUp;

    /** The digests of one day in one time zone. */
    private static final class DigestRound {

        private final LocalDate day;
        private final BooleanSupplier foldedUntilDue;
        private @Nullable List<InstitutionDigest> digests;

        private DigestRound(LocalDate day, BooleanSupplier foldedUntilDue) {
            this.day = day;
            this.foldedUntilDue = foldedUntilDue;
        }
    }

    /**
     * @param calendars working days of an institution, by its code
     * @param foldProgress tells whether the snapshots have come as far as the ledger was when it was asked
     * @param toldFor how long after its event an expiry is told at once; older ones are in the digest only
     * @param zones time zones of institutions
     */
    InstitutionMailPlanner(
            SnapshotStore<InstitutionCase> snapshots,
            ExpiredCaseStore expiredCases,
            MailRecipientIndex recipients,
            SentMailJournal journal,
            Function<String, WorkingDays> calendars,
            Supplier<BooleanSupplier> foldProgress,
            MailHours hours,
            Duration toldFor,
            Set<ZoneId> zones) {
        this.snapshots = snapshots;
        this.expiredCases = expiredCases;
        this.recipients = recipients;
        this.journal = journal;
        this.calendars = calendars;
        this.foldProgress = foldProgress;
        this.hours = hours;
        this.toldFor = toldFor;
        this.zones = Set.copyOf(zones);
    }

    /** Notes complaints of which a clock has run out lately, after each change of their snapshots. */
    void noteExpiries(Map<ComplaintId, InstitutionCase> changed, Instant now) {
        Instant oldest = now.minus(toldFor);
        changed.forEach((id, state) ->
                state.lastExpiry().filter(at -> !at.isBefore(oldest)).ifPresent(at -> expiredCases.put(id, at)));
    }

    /** All mails that are due now and not in the journal. */
    List<InstitutionMail> due(Instant now) {
        if (!isCaughtUp()) {
            return List.of();
        }
        List<InstitutionMail> mails = new ArrayList<>(aboutExpiredClocks(now));
        zones.forEach(zone -> mails.addAll(digestsIn(zone, now)));
        return mails.stream().filter(mail -> !journal.contains(mail.id())).toList();
    }

    /** Whether the snapshots have come as far as the ledger was at the first call. */
    private boolean isCaughtUp() {
        if (caughtUp == null) {
            caughtUp = foldProgress.get();
        }
        return caughtUp.getAsBoolean();
    }

    private List<InstitutionMail> aboutExpiredClocks(Instant now) {
        Instant oldest = now.minus(toldFor);
        Map<ComplaintId, Instant> noted = expiredCases.all();
        Map<ComplaintId, InstitutionCase> states = snapshots.find(noted.keySet());
        Map<String, Map<ComplaintId, InstitutionCase>> byInstitution = new HashMap<>();
        noted.forEach((id, at) -> {
            Optional<InstitutionCase> state = Optional.ofNullable(states.get(id));
            Optional<Instant> last = state.flatMap(InstitutionCase::lastExpiry);
            if (last.filter(latest -> !latest.isBefore(oldest)).isEmpty()) {
                expiredCases.remove(id, at);
            } else {
                state.ifPresent(found -> found.institution()
                        .ifPresent(institution -> byInstitution
                                .computeIfAbsent(institution.code(), code -> new HashMap<>())
                                .put(id, found)));
            }
        });
        List<InstitutionMail> mails = new ArrayList<>();
        byInstitution.forEach((code, cases) -> cases.values().stream()
                .flatMap(state -> state.institution().stream())
                .findFirst()
                .ifPresent(institution -> mails.addAll(InstitutionMails.ofExpired(
                        institution,
                        cases,
                        recipients.of(code),
                        hours,
                        oldest,
                        now,
                        recipients::hashOf,
                        journal::isTold))));
        return mails;
    }

    /** From the time of the digest until the night; a digest that was not sent by then is not sent any more. */
    private List<InstitutionMail> digestsIn(ZoneId zone, Instant now) {
        LocalDate day = now.atZone(zone).toLocalDate();
        Instant dueAt = hours.digestAt(day, zone);
        if (recipients.isEmpty() || now.isBefore(dueAt) || hours.isNight(now, zone)) {
            rounds.remove(zone);
            return List.of();
        }
        DigestRound round = rounds.get(zone);
        if (round == null || !round.day.equals(day)) {
            round = new DigestRound(day, foldProgress.get());
            rounds.put(zone, round);
        }
        if (round.digests == null) {
            if (!round.foldedUntilDue.getAsBoolean()) {
                return List.of();
            }
            round.digests = digests(zone, day);
        }
        return round.digests.stream()
                .flatMap(
                        digest -> InstitutionMails.ofDigest(
                                digest,
                                dueAt,
                                recipients.of(digest.institution().code()),
                                recipients::hashOf)
                                .stream())
                .toList();
    }

    private List<InstitutionDigest> digests(ZoneId zone, LocalDate day) {
        Map<String, Optional<DigestCalculator>> calculators = new HashMap<>();
        snapshots.forEachPending((id, state) -> state.institution()
                .filter(institution -> institution.zone().equals(zone))
                .flatMap(institution ->
                        calculators.computeIfAbsent(institution.code(), code -> calculator(institution, day)))
                .ifPresent(calculator -> calculator.add(id, state)));
        return calculators.values().stream()
                .flatMap(Optional::stream)
                .map(DigestCalculator::digest)
                .filter(digest -> !digest.isEmpty())
                .toList();
    }

    /** None for an institution without contacts, and on a day that is no working day of it. */
    private Optional<DigestCalculator> calculator(InstitutionRef institution, LocalDate day) {
        if (recipients.of(institution.code()).isEmpty()) {
            return Optional.empty();
        }
        WorkingDays calendar = calendars.apply(institution.code());
        return calendar.isOpen(day)
                ? Optional.of(new DigestCalculator(institution, day, hours, calendar))
                : Optional.empty();
    }
}
