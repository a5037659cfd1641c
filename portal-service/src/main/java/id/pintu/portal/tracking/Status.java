package id.pintu.portal.tracking;

import id.pintu.events.Institution;
import id.pintu.house.telling.Words;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Where a complaint stands, in the words LAPOR! shows to the public; {@code %s} is the responsible place. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum Status {
    RECEIVED(Stage.RECEIVED, "Diterima", "Received"),
    AWAITING_DESK(Stage.RECEIVED, "Menunggu verifikasi %s", "Awaiting verification by the national desk"),
    ASSIGNED(Stage.ASSIGNED, "Terdisposisi ke %s", "Assigned to %s"),
    VERIFIED(Stage.ASSIGNED, "Terverifikasi oleh %s", "Verified by %s"),
    AWAITING_REPORTER(Stage.FOLLOWED_UP, "Menunggu keterangan Pelapor", "Waiting for the reporter"),
    FOLLOWED_UP(Stage.FOLLOWED_UP, "Ditindaklanjuti oleh Instansi", "Followed up by the institution"),
    REPLIED(Stage.FOLLOWED_UP, "Ditanggapi oleh Pelapor", "Answered by the reporter"),
    CONTESTED(Stage.FOLLOWED_UP, "Jawaban belum diterima Pelapor", "Answer contested by the reporter"),
    RESOLVED(Stage.RESOLVED, "Dijawab oleh Instansi", "Resolved by the institution"),
    CLOSED(Stage.CLOSED, "Selesai", "Closed"),
    WITHDRAWN(Stage.CLOSED, "Dicabut oleh Pelapor", "Withdrawn by the reporter"),
    ARCHIVED(Stage.CLOSED, "Diarsipkan", "Archived");

    private final Stage stage;
    private final String id;
    private final String en;

    Status(Stage stage, String id, String en) {
        this.stage = stage;
        this.id = id;
        this.en = en;
    }

    /** How far along the way this is. */
    public Stage stage() {
        return stage;
    }

    /** This status for the public, with the place that is responsible. */
    public Words words(Institution responsible) {
        return new Words(id.replace("%s", responsible.name()), en.replace("%s", responsible.name()));
    }

    /** What is owed to nobody has no deadline. */
    boolean isFinal() {
        return stage == Stage.CLOSED;
    }

    boolean isEarlyEnd() {
        return this == WITHDRAWN || this == ARCHIVED;
    }

    /** What stands after {@code next}: a late word changes nothing about what has ended. */
    Status followedBy(Status next) {
        return switch (this) {
            case WITHDRAWN -> this;
            case CLOSED -> next == CONTESTED ? next : this;
            // Who adds to a report nobody has answered yet has not answered anybody.
            case RECEIVED, AWAITING_DESK, ASSIGNED, VERIFIED, ARCHIVED -> next == REPLIED ? this : next;
            case AWAITING_REPORTER, FOLLOWED_UP, REPLIED, CONTESTED, RESOLVED -> next;
        };
    }
}
