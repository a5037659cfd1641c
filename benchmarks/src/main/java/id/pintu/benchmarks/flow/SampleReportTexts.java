package id.pintu.benchmarks.flow;

import java.util.List;

/** Static texts of reports that name subject and place, so that each is assigned to an institution without the desk. */
public final class SampleReportTexts {

    private static final List<String> TEXTS = List.of(
            "Jalan berlubang di depan pasar, Kota Semarang, sudah sebulan tidak ditambal. Laporan ",
            "Listrik padam setiap sore, mohon PLN segera memperbaiki gardunya. Laporan ",
            "Antrean paspor di kantor imigrasi sangat panjang dan tidak ada kepastian. Laporan ",
            "Kartu BPJS Kesehatan saya tidak aktif padahal iuran dibayar. Laporan ");

    private SampleReportTexts() {}

    /** Beginning of the report of this number; the end makes it another one than the last with the same beginning. */
    public static String of(int number) {
        return TEXTS.get(number % TEXTS.size());
    }
}
