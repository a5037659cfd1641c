package id.pintu.sla.clock;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.Basis;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Pause;
import id.pintu.events.SlaEvent.Unit;
import id.pintu.events.Stamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Lays what is known of one complaint's open clocks into a few hundred bytes, so that a million of them fit into one
 * heap. Left out is what firing does not need: the journey, met deadlines, and when a word was said.
 */
@SuppressWarnings("EnumOrdinal") // what is packed never leaves the process
final class Packing {

    private static final Clock[] CLOCKS = Clock.values();
    private static final ComplaintKind[] KINDS = ComplaintKind.values();
    private static final Consent[] CONSENTS = Consent.values();
    private static final Stage.Phase[] PHASES = Stage.Phase.values();
    private static final Deadline.State[] STATES = Deadline.State.values();
    private static final Unit[] UNITS = Unit.values();

    private final Wordbook words = new Wordbook();

    byte[] pack(ComplaintClocks clocks) {
        PackedWriter out = new PackedWriter(words);
        out.small(clocks.kind().ordinal());
        out.small(clocks.consent().ordinal());
        out.small(clocks.stage().phase().ordinal());
        out.id(clocks.stage().beganBy());
        out.moment(clocks.stage().askedAt());
        write(out, clocks.place());
        List<Deadline> open = clocks.deadlines().values().stream()
                .filter(deadline -> deadline.state() != Deadline.State.MET)
                .toList();
        out.small(open.size());
        open.forEach(deadline -> write(out, deadline));
        return out.packed();
    }

    ComplaintClocks unpack(ComplaintId id, byte[] packed) {
        PackedReader in = new PackedReader(words, packed);
        ComplaintKind kind = KINDS[in.small()];
        Consent consent = CONSENTS[in.small()];
        Stage stage = new Stage(PHASES[in.small()], in.id(), in.moment());
        Place place = place(in);
        Map<Clock, Deadline> deadlines = new EnumMap<>(Clock.class);
        int open = in.small();
        for (int i = 0; i < open; i++) {
            Deadline deadline = deadline(id, in);
            deadlines.put(deadline.clock(), deadline);
        }
        return new ComplaintClocks(kind, Optional.empty(), place, stage, Journey.NONE, deadlines, consent);
    }

    private static void write(PackedWriter out, Deadline deadline) {
        DeadlineSet set = deadline.set();
        out.small(set.clock().ordinal());
        out.small(deadline.state().ordinal());
        out.small(deadline.reminded());
        out.small(deadline.level());
        out.id(set.id());
        out.id(set.stamp().cause());
        out.instant(set.stamp().at());
        out.text(set.policy());
        out.instant(set.remindAt());
        out.instant(set.dueAt());
        out.yes(set.basis().isPresent());
        set.basis().ifPresent(basis -> write(out, basis));
    }

    private static Deadline deadline(ComplaintId id, PackedReader in) {
        Clock clock = CLOCKS[in.small()];
        Deadline.State state = STATES[in.small()];
        int reminded = in.small();
        int level = in.small();
        UUID own = in.id();
        UUID cause = in.id();
        Stamp stamp = new Stamp(own, id, in.instant(), cause);
        String policy = in.text();
        Instant remindAt = in.instant();
        Instant dueAt = in.instant();
        Optional<Basis> basis = in.yes() ? Optional.of(basis(in)) : Optional.empty();
        return new Deadline(
                new DeadlineSet(stamp, clock, policy, remindAt, dueAt, basis),
                state,
                reminded,
                level,
                Optional.empty());
    }

    private static void write(PackedWriter out, Basis basis) {
        write(out, new Place(basis.institution(), basis.zone(), basis.assignment()));
        out.instant(basis.start());
        out.medium(basis.days());
        out.small(basis.unit().ordinal());
        out.number(basis.calendar());
        out.yes(basis.provisional());
        out.medium(basis.pauses().size());
        for (Pause pause : basis.pauses()) {
            out.instant(pause.from());
            out.instant(pause.to());
        }
    }

    private static Basis basis(PackedReader in) {
        Place place = place(in);
        Instant start = in.instant();
        int days = in.medium();
        Unit unit = UNITS[in.small()];
        int calendar = in.number();
        boolean provisional = in.yes();
        List<Pause> pauses = new ArrayList<>();
        int count = in.medium();
        for (int i = 0; i < count; i++) {
            Instant from = in.instant();
            pauses.add(new Pause(from, in.instant()));
        }
        return new Basis(
                place.institution(),
                place.zone(),
                place.assignment(),
                start,
                days,
                unit,
                pauses,
                calendar,
                provisional);
    }

    private static void write(PackedWriter out, Place place) {
        out.text(place.institution());
        out.text(place.zone().getId());
        out.medium(place.assignment());
    }

    private static Place place(PackedReader in) {
        String institution = in.text();
        ZoneId zone = in.zone();
        return new Place(institution, zone, in.medium());
    }
}
