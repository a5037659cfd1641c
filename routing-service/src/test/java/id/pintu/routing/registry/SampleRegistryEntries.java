package id.pintu.routing.registry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fixture with registry entries and regions. */
public final class SampleRegistryEntries {

    public static final List<Region> REGIONS = List.of(
            new Region("33", "Jawa Tengah", ZoneId.of("Asia/Jakarta")),
            new Region("33.74", "Kota Semarang", ZoneId.of("Asia/Jakarta")),
            new Region("51.71", "Kota Denpasar", ZoneId.of("Asia/Makassar")));

    private SampleRegistryEntries() {}

    public static RegistryEntry semarang() {
        return RegistryEntry.builder("D.33.74", "Pemerintah Kota Semarang", "pemerintah_kota")
                .shortName(Optional.of("Pemkot Semarang"))
                .aliases(List.of("Semarang Kota"))
                .region(Optional.of("33.74"))
                .parent(Optional.of("P.33"))
                .connection(new FeedConnectionStatus(
                        true, Optional.of("SK 065/12/2019"), Optional.of(LocalDate.parse("2019-01-02"))))
                .smsKeywords(List.of("KOTA SEMARANG"))
                .source(Optional.of("UU 16/1950"))
                .build();
    }

    static RegistryEntry centralJava() {
        return plain("P.33", "pemerintah_provinsi", Optional.of("33"));
    }

    static RegistryEntry denpasar() {
        return plain("D.51.71", "pemerintah_kota", Optional.of("51.71"));
    }

    /** Entry with required fields only. */
    public static RegistryEntry plain(String code, String kind, Optional<String> region) {
        return RegistryEntry.builder(code, "Instansi " + code, kind)
                .region(region)
                .connection(FeedConnectionStatus.UNDOCUMENTED)
                .build();
    }

    /** Unit whose parent is its code without the last part. */
    public static RegistryEntry unit(String code, String name, List<String> aliases, List<String> smsKeywords) {
        return RegistryEntry.builder(code, name, InstitutionKind.UNIT.text())
                .aliases(aliases)
                .parent(Optional.of(code.substring(0, code.lastIndexOf('.'))))
                .smsKeywords(smsKeywords)
                .build();
    }

    static Map<String, RegistryEntry> byCode(RegistryEntry... entries) {
        Map<String, RegistryEntry> byCode = new LinkedHashMap<>();
        List.of(entries).forEach(entry -> byCode.put(entry.code(), entry));
        return byCode;
    }
}
