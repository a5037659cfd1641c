package id.pintu.support.regions;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Immutable catalog of towns and villages with their coordinates, from GeoNames (ADR 0026). */
public final class LandmarkCatalog {

    private static final String TABLE = "/reference/landmarks.csv";

    /**
     * Town or village.
     *
     * @param region code of the kabupaten or kota it belongs to
     * @param latitude WGS 84, in degrees
     * @param longitude WGS 84, in degrees
     */
    public record NamedPlace(String region, String name, double latitude, double longitude) {}

    private final List<NamedPlace> places;

    private LandmarkCatalog(List<NamedPlace> places) {
        this.places = places;
    }

    /** Reads the table of this build. */
    public static LandmarkCatalog bundled() {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(table())) {
            return new LandmarkCatalog(rows.stream()
                    .map(row -> new NamedPlace(
                            row.getField("region"),
                            row.getField("name"),
                            Double.parseDouble(row.getField("latitude")),
                            Double.parseDouble(row.getField("longitude"))))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The CSV table with its columns region, name, latitude and longitude. */
    public static Reader table() {
        InputStream bytes = LandmarkCatalog.class.getResourceAsStream(TABLE);
        if (bytes == null) {
            throw new IllegalStateException(TABLE + " is not on the class path");
        }
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }

    /** The places in the order of their distance to a point, at most so many. */
    public List<NamedPlace> nearest(double latitude, double longitude, int limit) {
        return places.stream()
                .sorted(Comparator.comparingDouble(FlatDistance.from(latitude, longitude)::kilometresTo))
                .limit(limit)
                .toList();
    }

    /**
     * Distances from a point on a flat map around it: exact enough within a hundred kilometres, so near the equator.
     *
     * @param eastPerDegree kilometres of a degree of longitude there
     */
    public record FlatDistance(double latitude, double longitude, double eastPerDegree) {

        private static final double NORTH_PER_DEGREE = 110.6;

        public static FlatDistance from(double latitude, double longitude) {
            return new FlatDistance(latitude, longitude, 111.32 * Math.cos(Math.toRadians(latitude)));
        }

        /** Kilometres to the east; negative to the west. */
        public double eastOf(NamedPlace place) {
            return (place.longitude() - longitude) * eastPerDegree;
        }

        /** Kilometres to the north; negative to the south. */
        public double northOf(NamedPlace place) {
            return (place.latitude() - latitude) * NORTH_PER_DEGREE;
        }

        public double kilometresTo(NamedPlace place) {
            return Math.hypot(eastOf(place), northOf(place));
        }
    }
}
