package id.pintu.sla.clock;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.Basis;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Pause;
import id.pintu.events.SlaEvent.Unit;
import id.pintu.events.Stamp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<String, ZoneId> zones = new HashMap<>();

    byte[] pack(ComplaintClocks clocks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(clocks.kind().ordinal());
            out.writeByte(clocks.consent().ordinal());
            out.writeByte(clocks.stage().phase().ordinal());
            write(out, clocks.stage().beganBy());
            write(out, clocks.stage().askedAt());
            write(out, clocks.place());
            List<Deadline> open = clocks.deadlines().values().stream()
                    .filter(deadline -> deadline.state() != Deadline.State.MET)
                    .toList();
            out.writeByte(open.size());
            for (Deadline deadline : open) {
                write(out, deadline);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    ComplaintClocks unpack(ComplaintId id, byte[] packed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            ComplaintKind kind = KINDS[in.readByte()];
            Consent consent = CONSENTS[in.readByte()];
            Stage stage = new Stage(PHASES[in.readByte()], uuid(in), moment(in));
            Place place = place(in);
            Map<Clock, Deadline> deadlines = new EnumMap<>(Clock.class);
            int open = in.readByte();
            for (int i = 0; i < open; i++) {
                Deadline deadline = deadline(id, in);
                deadlines.put(deadline.clock(), deadline);
            }
            return new ComplaintClocks(kind, Optional.empty(), place, stage, Journey.NONE, deadlines, consent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(DataOutputStream out, Deadline deadline) throws IOException {
        DeadlineSet set = deadline.set();
        out.writeByte(set.clock().ordinal());
        out.writeByte(deadline.state().ordinal());
        out.writeByte(deadline.reminded());
        out.writeByte(deadline.level());
        write(out, set.id());
        write(out, set.stamp().cause());
        write(out, set.stamp().at());
        write(out, set.policy());
        write(out, set.remindAt());
        write(out, set.dueAt());
        out.writeBoolean(set.basis().isPresent());
        if (set.basis().isPresent()) {
            write(out, set.basis().get());
        }
    }

    private Deadline deadline(ComplaintId id, DataInputStream in) throws IOException {
        Clock clock = CLOCKS[in.readByte()];
        Deadline.State state = STATES[in.readByte()];
        int reminded = in.readByte();
        int level = in.readByte();
        UUID own = uuid(in);
        UUID cause = uuid(in);
        Stamp stamp = new Stamp(own, id, instant(in), cause);
        String policy = text(in);
        Instant remindAt = instant(in);
        Instant dueAt = instant(in);
        Optional<Basis> basis = in.readBoolean() ? Optional.of(basis(in)) : Optional.empty();
        return new Deadline(
                new DeadlineSet(stamp, clock, policy, remindAt, dueAt, basis),
                state,
                reminded,
                level,
                Optional.empty());
    }

    private void write(DataOutputStream out, Basis basis) throws IOException {
        write(out, new Place(basis.institution(), basis.zone(), basis.assignment()));
        write(out, basis.start());
        out.writeShort(basis.days());
        out.writeByte(basis.unit().ordinal());
        out.writeInt(basis.calendar());
        out.writeBoolean(basis.provisional());
        out.writeShort(basis.pauses().size());
        for (Pause pause : basis.pauses()) {
            write(out, pause.from());
            write(out, pause.to());
        }
    }

    private Basis basis(DataInputStream in) throws IOException {
        Place place = place(in);
        Instant start = instant(in);
        int days = in.readShort();
        Unit unit = UNITS[in.readByte()];
        int calendar = in.readInt();
        boolean provisional = in.readBoolean();
        List<Pause> pauses = new ArrayList<>();
        int count = in.readShort();
        for (int i = 0; i < count; i++) {
            Instant from = instant(in);
            pauses.add(new Pause(from, instant(in)));
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

    private void write(DataOutputStream out, Place place) throws IOException {
        write(out, place.institution());
        write(out, place.zone().getId());
        out.writeShort(place.assignment());
    }

    private Place place(DataInputStream in) throws IOException {
        String institution = text(in);
        ZoneId zone = zones.computeIfAbsent(text(in), ZoneId::of);
        return new Place(institution, zone, in.readShort());
    }

    /** Names of institutions, zones and limits are few: each is kept once. */
    private void write(DataOutputStream out, String text) throws IOException {
        Integer number = numbers.get(text);
        if (number == null) {
            number = texts.size();
            numbers.put(text, number);
            texts.add(text);
        }
        out.writeInt(number);
    }

    private String text(DataInputStream in) throws IOException {
        return texts.get(in.readInt());
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(DataInputStream in) throws IOException {
        long most = in.readLong();
        return new UUID(most, in.readLong());
    }

    private static void write(DataOutputStream out, Instant at) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    private static Instant instant(DataInputStream in) throws IOException {
        long second = in.readLong();
        return Instant.ofEpochSecond(second, in.readInt());
    }

    private static void write(DataOutputStream out, Optional<Instant> at) throws IOException {
        out.writeBoolean(at.isPresent());
        if (at.isPresent()) {
            write(out, at.get());
        }
    }

    private static Optional<Instant> moment(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(instant(in)) : Optional.empty();
    }
}
