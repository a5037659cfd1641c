package id.pintu.portal.tracking;

import id.pintu.events.InstitutionRef;
import id.pintu.support.explanations.BilingualText;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Public status of a complaint, with the labels of LAPOR!; {@code %s} is the name of the responsible party. */
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

    /** The stage of the progress bar this status belongs to. */
    public ProgressStage stage() {
        return stage;
    }

    /** Label of this status, with the name of the responsible party. */
    public BilingualText label(InstitutionRef responsible) {
        return new BilingualText(id.replace("%s", responsible.name()), en.replace("%s", responsible.name()));
    }

    /** Whether the complaint has ended; it then has no deadline. */
    boolean isFinal() {
        return stage == ProgressStage.CLOSED;
    }

    boolean isEarlyEnd() {
        return this == WITHDRAWN || this == ARCHIVED;
    }

    /** The status after an entry with status {@code next}. A late event does not reopen a complaint that has ended. */
    ComplaintStatus followedBy(ComplaintStatus next) {
        return switch (this) {
            case WITHDRAWN -> this;
            case CLOSED -> next == CONTESTED ? next : this;
            // Before the institution has asked or answered anything, an addition of the reporter is no reply.
            case RECEIVED, AWAITING_DESK, ASSIGNED, VERIFIED, ARCHIVED -> next == REPLIED ? this : next;
            case AWAITING_REPORTER, FOLLOWED_UP, REPLIED, CONTESTED, RESOLVED -> next;
        };
    }
}
