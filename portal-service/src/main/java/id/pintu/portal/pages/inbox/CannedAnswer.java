package id.pintu.portal.pages.inbox;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers that officers give often, in Indonesian, as what the reporter reads. {@code {nomor}}, {@code {instansi}}, {@code {unit}}
 * and {@code {tanggal}} are filled in; every other placeholder is for the officer to replace.
 */
enum CannedAnswer {
    FIXED(
            "sudah-diperbaiki",
            "Terima kasih atas laporan Anda nomor {nomor}. {unit} {instansi} telah memeriksa lokasi dan menyelesaikan"
                    + " perbaikan pada {tanggal perbaikan}: {apa yang dikerjakan}. Bila keadaannya belum baik, sampaikan"
                    + " kepada kami lewat sanggahan pada halaman laporan ini."),
    EXPLAINED(
            "penjelasan",
            "Terima kasih atas pertanyaan Anda. {penjelasan}. Syarat dan biayanya: {syarat dan biaya}. Keterangan lebih"
                    + " lanjut dapat Anda minta kepada {unit} {instansi}, {alamat atau telepon}."),
    SERVED(
            "layanan-diberikan",
            "Terima kasih atas laporan Anda nomor {nomor}. Layanan yang Anda perlukan telah kami berikan pada {tanggal"
                    + " layanan}: {apa yang diberikan}. Mohon maaf atas keterlambatannya."),
    CHECKED_OFFICER(
            "petugas-ditindak",
            "Terima kasih atas laporan Anda nomor {nomor}. {instansi} telah memeriksa petugas yang bersangkutan pada {tanggal"
                    + " pemeriksaan}. Hasilnya: {hasil pemeriksaan}. Tindakan yang diambil: {tindakan}."),
    NOTED_ASPIRATION(
            "aspirasi-dicatat",
            "Terima kasih atas aspirasi Anda. {instansi} telah membahasnya bersama {unit} dan memutuskan: {keputusan}."
                    + " Rencana pelaksanaannya: {rencana dan waktu}.");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}\\n]{1,60}}");

    private final String key;
    private final String text;

    CannedAnswer(String key, String text) {
        this.key = key;
        this.text = text;
    }

    public String key() {
        return key;
    }

    public String text() {
        return text;
    }

    static Optional<CannedAnswer> ofKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /**
     * A text with what is known filled in.
     *
     * @param known value by placeholder, without braces; an empty value is left out
     */
    static String filled(String text, Map<String, String> known) {
        String filled = text;
        for (Map.Entry<String, String> each : known.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        }
        return filled.replaceAll(" {2,}", " ").replaceAll("(^|\\. ) +", "$1");
    }

    /** Whether an answer still has a placeholder that nobody filled in. */
    static boolean isUnfinished(String answer) {
        return PLACEHOLDER.matcher(answer).find();
    }
}
