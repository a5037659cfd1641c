package id.pintu.notification.institutions;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.InstitutionContact;
import id.pintu.events.InstitutionContact.ContactLanguage;
import id.pintu.events.InstitutionContact.ContactRole;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.notification.ComplaintEventFixture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Test fixture: the events of one complaint by which its institution's mails are decided. */
public record InstitutionEvents(ComplaintId id) {

    public static final InstitutionRef SEMARANG = ComplaintEventFixture.SEMARANG;

    public static InstitutionEvents of(String name) {
        return new InstitutionEvents(ComplaintEventFixture.of(name).id());
    }

    /** A time in Semarang, such as {@code 2026-11-23T07:00}. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SEMARANG.zone()).toInstant();
    }

    public static InstitutionContact contact(ContactRole role, String since) {
        return new InstitutionContact(
                role, role.name().toLowerCase(Locale.ROOT) + "@example.id", ContactLanguage.ID, at(since));
    }

    public static InstitutionCase fold(ComplaintEvent... events) {
        InstitutionCaseProjection projection = new InstitutionCaseProjection();
        InstitutionCase state = projection.initial();
        for (ComplaintEvent event : events) {
            state = projection.evolve(state, event);
        }
        return state;
    }

    public ComplaintRouted routed(String local) {
        return routed(SEMARANG, local);
    }

    public ComplaintRouted routed(InstitutionRef institution, String local) {
        return new ComplaintRouted(
                stamp(ComplaintRouted.class, local),
                institution,
                Optional.empty(),
                1,
                new RoutingReason("region", List.of()));
    }

    public DeadlineSet set(SlaClockType clock, String due, String local) {
        return set(SEMARANG, clock, due, local);
    }

    public DeadlineSet set(InstitutionRef institution, SlaClockType clock, String due, String local) {
        DeadlineBasis basis = new DeadlineBasis(
                institution.code(),
                institution.zone(),
                1,
                at(local),
                3,
                DeadlineUnit.WORKING_DAYS,
                List.of(),
                1,
                false);
        return new DeadlineSet(stamp(DeadlineSet.class, local), clock, "p", at(due), at(due), basis);
    }

    public DeadlineMissed missed(SlaClockType clock, int level, String to, String local) {
        return new DeadlineMissed(stamp(DeadlineMissed.class, local), clock, at(local), level, to, false);
    }

    public DeadlineMet met(SlaClockType clock, String local) {
        return new DeadlineMet(stamp(DeadlineMet.class, local), clock);
    }

    public DeadlinePaused paused(SlaClockType clock, String local) {
        return new DeadlinePaused(stamp(DeadlinePaused.class, local), clock);
    }

    public ComplaintWithdrawn withdrawn(String local) {
        return new ComplaintWithdrawn(stamp(ComplaintWithdrawn.class, local), "Sudah selesai.");
    }

    public ComplaintContested contested(String local) {
        return new ComplaintContested(stamp(ComplaintContested.class, local), "Belum selesai.");
    }

    private EventMetadata stamp(Class<? extends ComplaintEvent> type, String local) {
        UUID cause = UUID.nameUUIDFromBytes((id + "/" + local).getBytes(StandardCharsets.UTF_8));
        return EventMetadata.of(id, cause, type, at(local));
    }
}
