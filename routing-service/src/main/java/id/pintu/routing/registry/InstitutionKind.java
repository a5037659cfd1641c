package id.pintu.routing.registry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Enum of the kinds of institutions, by the Indonesian names that the registry's topic, tables and HTTP API use in
 * lower case, such as {@code pemerintah_kota}.
 */
public enum InstitutionKind {
    BADAN_HUKUM_PUBLIK,
    BLU,
    /** Company of a province or a kabupaten/kota. */
    BUMD,
    BUMN,
    KEMENKO,
    KEMENTERIAN,
    LEMBAGA_NEGARA,
    LNS,
    LPNK,
    PEMERINTAH_KABUPATEN,
    PEMERINTAH_KOTA,
    PEMERINTAH_PROVINSI,
    PTN,
    SETINGKAT_MENTERI,
    /** Part of its parent (OPD, SKPD, directorate, office), which gets its reports. */
    UNIT,
    /** Kabupaten or kota without autonomy, as in Jakarta. */
    WILAYAH_ADMINISTRASI;

    private static final Map<String, InstitutionKind> BY_TEXT =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(InstitutionKind::text, kind -> kind));

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The kind of this text; empty for an unknown one. */
    public static Optional<InstitutionKind> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    public String text() {
        return text;
    }
}
