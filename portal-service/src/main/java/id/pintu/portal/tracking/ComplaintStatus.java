package id.pintu.portal.tracking;

import id.pintu.events.InstitutionRef;
import id.pintu.support.explanations.BilingualText;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Where a complaint stands, in the words LAPOR! shows to the public; {@code %s} is the responsible place. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum ComplaintStatus {
    RECEIVED(ProgressStage.RECEIVED, "Diterima", "Received"),
    AWAITING_DESK(ProgressStage.RECEIVED, "Menunggu verifikasi %s", "Awaiting verification by the national desk"),
    ASSIGNED(ProgressStage.ASSIGNED, "Terdisposisi ke %s", "Assigned to %s"),
    VERIFIED(ProgressStage.ASSIGNED, "Terverifikasi oleh %s", "Verified by %s"),
    AWAITING_REPORTER(ProgressStage.FOLLOWED_UP, "Menunggu keterangan Pelapor", "Waiting for the reporter"),
    FOLLOWED_UP(ProgressStage.FOLLOWED_UP, "Ditindaklanjuti oleh Instansi", "Followed up by the institution"),
    REPLIED(ProgressStage.FOLLOWED_UP, "Ditanggapi oleh Pelapor", "Answered by the reporter"),
    CONTESTED(ProgressStage.FOLLOWED_UP, "Jawaban belum diterima Pelapor", "Answer contested by the reporter"),
    RESOLVED(ProgressStage.RESOLVED, "Dijawab oleh Instansi", "Resolved by the institution"),
    CLOSED(ProgressStage.CLOSED, "Selesai", "Closed"),
    WITHDRAWN(ProgressStage.CLOSED, "Dicabut oleh Pelapor", "Withdrawn by the reporter"),
    ARCHIVED(ProgressStage.CLOSED, "Diarsipkan", "Archived");

    private final ProgressStage stage;
    private final String id;
    private final String en;

    ComplaintStatus(ProgressStage stage, String id, String en) {
        this.stage = stage;
        this.id = id;
        this.en = en;
    }

    /** How far along the way this is. */
    public ProgressStage stage() {
        return stage;
    }

    /** This status for the public, with the place that is responsible. */
    public BilingualText label(InstitutionRef responsible) {
        return new BilingualText(id.replace("%s", responsible.name()), en.replace("%s", responsible.name()));
    }

    /** What is owed to nobody has no deadline. */
    boolean isFinal() {
        return stage == ProgressStage.CLOSED;
    }

    boolean isEarlyEnd() {
        return this == WITHDRAWN || this == ARCHIVED;
    }

    /** What stands after {@code next}: a late word changes nothing about what has ended. */
    ComplaintStatus followedBy(ComplaintStatus next) {
        return switch (this) {
            case WITHDRAWN -> this;
            case CLOSED -> next == CONTESTED ? next : this;
            // Who adds to a report nobody has answered yet has not answered anybody.
            case RECEIVED, AWAITING_DESK, ASSIGNED, VERIFIED, ARCHIVED -> next == REPLIED ? this : next;
            case AWAITING_REPORTER, FOLLOWED_UP, REPLIED, CONTESTED, RESOLVED -> next;
        };
    }
}
