package id.pintu.routing.rules;

import java.util.List;
import java.util.Optional;

/**
 * One line of the affairs table: what people write about, and whose affair it is by law.
 *
 * @param keywords words and phrases that tell it
 * @param institution code of the institution whose affair it is; levels PUSAT and BUMN have one
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
        if ((level == Level.PUSAT || level == Level.BUMN) && institution.isEmpty()) {
            throw new IllegalArgumentException("a topic of level " + level + " names its institution");
        }
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
