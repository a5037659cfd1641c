package id.pintu.portal.institution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Act of an institution on a complaint, as routing-service has it. */
public enum InstitutionAct {
    VERIFY("verify", "verifikasi"),
    ASSIGN_UNIT("assign-unit", "disposisi", "unit"),
    ASSIGN_PERSON("assign-person", "petugas", "account"),
    ASK("ask", "tanya", "question"),
    FOLLOW_UP("follow-up", "tindak-lanjut", "text"),
    RESOLVE("resolve", "jawab", "answer"),
    NOTE("note", "catatan", "text"),
    EXTEND("extend", "perpanjang", "reason"),
    RETURN("return", "kembalikan", "reason", "suggested"),
    RECLASSIFY("reclassify", "ubah-jenis", "kind", "reason");

    /** Acts that routing-service has always had, for one that does not say which are allowed. */
    private static final List<InstitutionAct> BASIC =
            List.of(VERIFY, ASSIGN_UNIT, ASK, FOLLOW_UP, RESOLVE, RETURN, RECLASSIFY);

    /** Acts that are carried out after a while, in which they can be undone. */
    private static final List<InstitutionAct> UNDOABLE = List.of(ASSIGN_UNIT, RESOLVE, RETURN, FOLLOW_UP, ASK);

    private final String path;
    private final String word;
    private final List<String> fields;

    InstitutionAct(String path, String word, String... fields) {
        this.path = path;
        this.word = word;
        this.fields = List.of(fields);
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
        return fields;
    }

    public boolean isUndoable() {
        return UNDOABLE.contains(this);
    }

    public boolean isBasic() {
        return BASIC.contains(this);
    }

    public static Optional<InstitutionAct> ofWord(String word) {
        return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
    }
}
