package id.pintu.notification.institutions;

import id.pintu.events.ComplaintId;
import id.pintu.events.InstitutionRef;
import id.pintu.notification.institutions.InstitutionDigest.DigestItem;
import id.pintu.notification.institutions.InstitutionDigest.DigestSection;
import id.pintu.support.calendars.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Calculator of the digest of one institution and day. Complaints are added one by one; those of other institutions, and what
 * came after the digest was due, are left out, so a digest that is calculated again later says the same of them.
 */
public final class DigestCalculator {

    private static final int DAYS_AHEAD = 2;

    private final InstitutionRef institution;
    private final LocalDate day;
    private final Instant asOf;
    private final Instant lastOne;
    private final LocalDate lastDayAhead;
    private final List<DigestItem> overdue = new ArrayList<>();
    private final List<DigestItem> today = new ArrayList<>();
    private final List<DigestItem> soon = new ArrayList<>();
    private final List<DigestItem> fresh = new ArrayList<>();
    private int due;

    public DigestCalculator(InstitutionRef institution, LocalDate day, MailHours hours, WorkingDays calendar) {
        ZoneId zone = institution.zone();
        this.institution = institution;
        this.day = day;
        this.asOf = hours.digestAt(day, zone);
        this.lastOne = hours.digestAt(calendar.before(day), zone);
        this.lastDayAhead = calendar.after(day, DAYS_AHEAD);
    }

    public void add(ComplaintId id, InstitutionCase state) {
        Instant assigned = state.assignedAt().orElse(Instant.MAX);
        boolean isOwn = state.institution()
                .filter(responsible -> responsible.code().equals(institution.code()))
                .isPresent();
        if (isOwn && assigned.isBefore(asOf)) {
            state.runningClock().ifPresent(running -> {
                DigestItem item =
                        new DigestItem(id, running.type(), running.clock().dueAt());
                due++;
                addByDay(item);
                if (!assigned.isBefore(lastOne)) {
                    fresh.add(item);
                }
            });
        }
    }

    private void addByDay(DigestItem item) {
        LocalDate dueOn = item.dueAt().atZone(institution.zone()).toLocalDate();
        if (item.dueAt().isBefore(asOf)) {
            overdue.add(item);
        } else if (dueOn.equals(day)) {
            today.add(item);
        } else if (!dueOn.isAfter(lastDayAhead)) {
            soon.add(item);
        }
    }

    public InstitutionDigest digest() {
        return new InstitutionDigest(
                institution,
                day,
                due,
                DigestSection.of(overdue),
                DigestSection.of(today),
                DigestSection.of(soon),
                DigestSection.of(fresh));
    }
}
