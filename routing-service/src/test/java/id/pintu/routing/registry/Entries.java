package id.pintu.routing.registry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Institutions as the desk writes them. */
public final class Entries {

    public static final List<Region> REGIONS = List.of(
            new Region("33", "Jawa Tengah", ZoneId.of("Asia/Jakarta")),
            new Region("33.74", "Kota Semarang", ZoneId.of("Asia/Jakarta")),
            new Region("51.71", "Kota Denpasar", ZoneId.of("Asia/Makassar")));

    private Entries() {}

    public static Entry semarang() {
        return new Entry(
                "D.33.74",
                "Pemerintah Kota Semarang",
                Optional.of("Pemkot Semarang"),
                List.of("Semarang Kota"),
                "pemerintah_kota",
                Optional.of("33.74"),
                Optional.of("P.33"),
                new Connection(true, Optional.of("SK 065/12/2019"), Optional.of(LocalDate.parse("2019-01-02"))),
                List.of("KOTA SEMARANG"),
                Optional.of("UU 16/1950"));
    }

    static Entry centralJava() {
        return plain("P.33", "pemerintah_provinsi", Optional.of("33"));
    }

    static Entry denpasar() {
        return plain("D.51.71", "pemerintah_kota", Optional.of("51.71"));
    }

    /** With no more than it needs. */
    public static Entry plain(String code, String kind, Optional<String> region) {
        return new Entry(
                code,
                "Instansi " + code,
                Optional.empty(),
                List.of(),
                kind,
                region,
                Optional.empty(),
                Connection.UNDOCUMENTED,
                List.of(),
                Optional.empty());
    }

    /** A part of what its code names without the last part. */
    public static Entry unit(String code, String name, List<String> aliases, List<String> smsKeywords) {
        return new Entry(
                code,
                name,
                Optional.empty(),
                aliases,
                Entry.UNIT,
                Optional.empty(),
                Optional.of(code.substring(0, code.lastIndexOf('.'))),
                Connection.NONE,
                smsKeywords,
                Optional.empty());
    }

    static Map<String, Entry> byCode(Entry... entries) {
        Map<String, Entry> byCode = new LinkedHashMap<>();
        List.of(entries).forEach(entry -> byCode.put(entry.code(), entry));
        return byCode;
    }
}
