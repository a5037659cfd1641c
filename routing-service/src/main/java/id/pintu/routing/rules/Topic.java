package id.pintu.routing.rules;

import java.util.List;
import java.util.Optional;

/**
 * One line of the affairs table: what people write about, and whose affair it is by law.
 *
 * @param keywords words and phrases that tell it
 * @param institution code of the national institution, if it is one's affair
 * @param unit the kind of unit, such as {@code Dinas Pendidikan}
 * @param legalBasis the law that says so
 */
public record Topic(
        String name,
        List<String> keywords,
        Level level,
        Optional<String> institution,
        Optional<String> unit,
        String legalBasis) {

    public Topic {
        keywords = List.copyOf(keywords);
    }

    /** The level of government an affair belongs to. */
    public enum Level {
        PUSAT,
        BUMN,
        PROVINSI,
        KABKOTA,
        BUMD,
        DESA
    }
}
