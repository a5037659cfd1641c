package id.pintu.notification.institutions;

import id.pintu.events.ComplaintId;
import id.pintu.events.InstitutionRef;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What an institution has to do, as of one morning.
 *
 * @param due complaints with a running deadline
 * @param overdue whose deadline has passed
 * @param today due on this day
 * @param soon due on the next two working days, or before
 * @param fresh assigned since the digest of the working day before
 */
public record InstitutionDigest(
        InstitutionRef institution,
        LocalDate day,
        int due,
        DigestSection overdue,
        DigestSection today,
        DigestSection soon,
        DigestSection fresh)
        implements InstitutionMailContent {

    /** Most complaints that a section lists. */
    static final int MAX_LISTED = 15;

    /**
     * Complaint in a section.
     *
     * @param dueAt the last instant that is in time
     */
    public record DigestItem(ComplaintId id, SlaClockType clock, Instant dueAt) {}

    /**
     * Complaints of one kind.
     *
     * @param count all of them
     * @param first those that are due first
     */
    public record DigestSection(int count, List<DigestItem> first) {

        static DigestSection of(List<DigestItem> items) {
            return new DigestSection(
                    items.size(),
                    items.stream()
                            .sorted(Comparator.comparing(DigestItem::dueAt)
                                    .thenComparing(item -> item.id().value()))
                            .limit(MAX_LISTED)
                            .toList());
        }
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return overdue.count() + today.count() + soon.count() + fresh.count() == 0;
    }
}
