package id.pintu.portal.institution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Act of an institution on a complaint, as routing-service has it. */
public enum OfficerAct {
    VERIFY("verify", "verifikasi"),
    ASSIGN_UNIT("assign-unit", "disposisi"),
    ASSIGN_PERSON("assign-person", "petugas"),
    ASK("ask", "tanya"),
    FOLLOW_UP("follow-up", "tindak-lanjut"),
    RESOLVE("resolve", "jawab"),
    NOTE("note", "catatan"),
    EXTEND("extend", "perpanjang"),
    RETURN("return", "kembalikan"),
    RECLASSIFY("reclassify", "ubah-jenis");

    /** Acts that routing-service has always had, for one that does not say which are allowed. */
    private static final List<OfficerAct> BASIC =
            List.of(VERIFY, ASSIGN_UNIT, ASK, FOLLOW_UP, RESOLVE, RETURN, RECLASSIFY);

    /** Acts that are carried out after a while, in which they can be undone. */
    private static final List<OfficerAct> UNDOABLE = List.of(ASSIGN_UNIT, RESOLVE, RETURN, FOLLOW_UP, ASK);

    private final String path;
    private final String word;

    OfficerAct(String path, String word) {
        this.path = path;
        this.word = word;
    }

    /** Last segment of the request's path, and its name in {@code allowedActs}. */
    public String path() {
        return path;
    }

    /** Last segment of the path of its form. */
    public String word() {
        return word;
    }

    /** Fields of its JSON, and of its form. */
    public List<String> fields() {
        return switch (this) {
            case VERIFY -> List.of();
            case ASSIGN_UNIT -> List.of("unit");
            case ASSIGN_PERSON -> List.of("account");
            case ASK -> List.of("question");
            case FOLLOW_UP, NOTE -> List.of("text");
            case RESOLVE -> List.of("answer");
            case EXTEND -> List.of("reason");
            case RETURN -> List.of("reason", "suggested");
            case RECLASSIFY -> List.of("kind", "reason");
        };
    }

    public boolean isUndoable() {
        return UNDOABLE.contains(this);
    }

    public boolean isBasic() {
        return BASIC.contains(this);
    }

    public static Optional<OfficerAct> ofWord(String word) {
        return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
    }
}
