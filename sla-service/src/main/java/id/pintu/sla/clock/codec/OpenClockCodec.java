package id.pintu.sla.clock.codec;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.EventMetadata;
import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.Extension;
import id.pintu.events.SlaEvent.GracePeriod;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.CurrentClockPhase;
import id.pintu.sla.clock.DeadlineState;
import id.pintu.sla.clock.DeadlineTable;
import id.pintu.sla.clock.EscalationState;
import id.pintu.sla.clock.HandlingProgress;
import id.pintu.sla.clock.OmbudsmanConsent;
import id.pintu.sla.clock.stay.ResponsibleParty;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Binary codec of the state of one complaint's open clocks: a few hundred bytes instead of a graph of objects. It leaves out
 * what firing does not need: the report, the stay history, met deadlines, and the time of the first escalation. The format
 * never leaves the process, and bytes are decoded only by the codec that encoded them, whose table holds their strings.
 */
@SuppressWarnings("EnumOrdinal") // the format never leaves the process
public final class OpenClockCodec {

    private static final SlaClockType[] CLOCKS = SlaClockType.values();
    private static final ComplaintKind[] KINDS = ComplaintKind.values();
    private static final OmbudsmanConsent[] CONSENTS = OmbudsmanConsent.values();
    private static final CurrentClockPhase.ClockPhase[] PHASES = CurrentClockPhase.ClockPhase.values();
    private static final DeadlineState.DeadlineStatus[] STATUSES = DeadlineState.DeadlineStatus.values();
    private static final DeadlineUnit[] UNITS = DeadlineUnit.values();

    private final StringTable strings = new StringTable();

    public byte[] encode(ComplaintClockState clocks) {
        CompactBinaryWriter out = new CompactBinaryWriter(strings);
        out.writeByte(clocks.kind().ordinal());
        out.writeByte(clocks.deadlines().consent().ordinal());
        CurrentClockPhase currentPhase = clocks.handling().currentPhase();
        out.writeByte(currentPhase.phase().ordinal());
        out.writeUuid(currentPhase.beganBy());
        out.writeOptionalInstant(currentPhase.askedAt());
        write(out, clocks.handling().party());
        List<DeadlineState> open = clocks.deadlines().byClock().values().stream()
                .filter(deadline -> deadline.status() != DeadlineState.DeadlineStatus.MET)
                .toList();
        out.writeByte(open.size());
        open.forEach(deadline -> write(out, deadline));
        return out.toByteArray();
    }

    public ComplaintClockState decode(ComplaintId id, byte[] encoded) {
        CompactBinaryReader in = new CompactBinaryReader(strings, encoded);
        ComplaintKind kind = KINDS[in.readByte()];
        OmbudsmanConsent consent = CONSENTS[in.readByte()];
        CurrentClockPhase currentPhase =
                new CurrentClockPhase(PHASES[in.readByte()], in.readUuid(), in.readOptionalInstant());
        ResponsibleParty party = readParty(in);
        Map<SlaClockType, DeadlineState> deadlines = new EnumMap<>(SlaClockType.class);
        int open = in.readByte();
        for (int i = 0; i < open; i++) {
            DeadlineState deadline = readDeadline(id, in);
            deadlines.put(deadline.clock(), deadline);
        }
        return new ComplaintClockState(
                kind,
                Optional.empty(),
                HandlingProgress.withoutHistory(party, currentPhase),
                new DeadlineTable(deadlines, consent));
    }

    private static void write(CompactBinaryWriter out, DeadlineState deadline) {
        DeadlineSet set = deadline.set();
        out.writeByte(set.clock().ordinal());
        out.writeByte(deadline.status().ordinal());
        out.writeByte(deadline.escalation().reminded());
        out.writeByte(deadline.escalation().level());
        out.writeUuid(set.id());
        out.writeUuid(set.stamp().cause());
        out.writeInstant(set.stamp().at());
        out.writeString(set.policy());
        out.writeInstant(set.remindAt());
        out.writeInstant(set.dueAt());
        write(out, set.basis());
    }

    private static DeadlineState readDeadline(ComplaintId id, CompactBinaryReader in) {
        SlaClockType clock = CLOCKS[in.readByte()];
        DeadlineState.DeadlineStatus status = STATUSES[in.readByte()];
        int reminded = in.readByte();
        int level = in.readByte();
        UUID own = in.readUuid();
        UUID cause = in.readUuid();
        EventMetadata stamp = new EventMetadata(own, id, in.readInstant(), cause);
        String policy = in.readString();
        Instant remindAt = in.readInstant();
        Instant dueAt = in.readInstant();
        return new DeadlineState(
                new DeadlineSet(stamp, clock, policy, remindAt, dueAt, readBasis(in)),
                status,
                new EscalationState(reminded, level, Optional.empty()));
    }

    private static void write(CompactBinaryWriter out, DeadlineBasis basis) {
        write(out, new ResponsibleParty(basis.institution(), basis.zone(), basis.assignment()));
        out.writeInstant(basis.start());
        out.writeShort(basis.days());
        out.writeByte(basis.unit().ordinal());
        out.writeInt(basis.calendar());
        out.writeBoolean(basis.provisional());
        out.writeShort(basis.pauses().size());
        for (ClockPause pause : basis.pauses()) {
            out.writeInstant(pause.from());
            out.writeInstant(pause.to());
        }
        out.writeOptionalInstant(basis.grace().map(GracePeriod::from));
        out.writeShort(basis.grace().map(GracePeriod::workingDays).orElse(0));
        out.writeOptionalInstant(basis.extension().map(Extension::from));
        out.writeShort(basis.extension().map(Extension::workingDays).orElse(0));
        out.writeText(basis.extension().map(Extension::reason).orElse(""));
    }

    private static DeadlineBasis readBasis(CompactBinaryReader in) {
        ResponsibleParty party = readParty(in);
        Instant start = in.readInstant();
        int days = in.readShort();
        DeadlineUnit unit = UNITS[in.readByte()];
        int calendar = in.readInt();
        boolean provisional = in.readBoolean();
        List<ClockPause> pauses = new ArrayList<>();
        int count = in.readShort();
        for (int i = 0; i < count; i++) {
            Instant from = in.readInstant();
            pauses.add(new ClockPause(from, in.readInstant()));
        }
        Optional<Instant> graceFrom = in.readOptionalInstant();
        int graceDays = in.readShort();
        Optional<Instant> extendedFrom = in.readOptionalInstant();
        int extensionDays = in.readShort();
        String extensionReason = in.readText();
        return new DeadlineBasis(
                party.institution(),
                party.zone(),
                party.assignment(),
                start,
                days,
                unit,
                pauses,
                calendar,
                provisional,
                graceFrom.map(from -> new GracePeriod(from, graceDays)),
                extendedFrom.map(from -> new Extension(extensionDays, extensionReason, from)));
    }

    private static void write(CompactBinaryWriter out, ResponsibleParty party) {
        out.writeString(party.institution());
        out.writeString(party.zone().getId());
        out.writeShort(party.assignment());
    }

    private static ResponsibleParty readParty(CompactBinaryReader in) {
        String institution = in.readString();
        ZoneId zone = in.readZone();
        return new ResponsibleParty(institution, zone, in.readShort());
    }
}
