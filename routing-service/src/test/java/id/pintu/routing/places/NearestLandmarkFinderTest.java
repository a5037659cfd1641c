package id.pintu.routing.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.pintu.events.SubmittedReport.GeoCoordinates;
import id.pintu.events.SubmittedReport.ReportedLocation;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.text.TokenizedText;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestLandmarkFinderTest {

    private static final BundledTablesLoader TABLES = new BundledTablesLoader();
    private static final Gazetteer GAZETTEER = TABLES.gazetteer(TABLES.registry());
    private static final List<Landmark> KNOWN_LANDMARKS = TABLES.landmarks(TABLES.registry());
    private static final NearestLandmarkFinder FINDER = new NearestLandmarkFinder(KNOWN_LANDMARKS);

    @Property
    void findsTheRegionOfEachLandmarkAtItsOwnPoint(@ForAll("known") Landmark known) {
        NearestLandmark nearest = FINDER.nearest(known.point()).orElseThrow();
        assertThat(nearest.landmark().region()).isEqualTo(known.region());
        assertThat(nearest.kilometres()).isZero();
        assertThat(nearest.clarity()).isEqualTo(1);
        assertThat(located(known.point()).likeliest().orElseThrow().region().code())
                .isEqualTo(known.region());
    }

    @Property
    void acceptsAnyPointAndFindsNoLandmarkThatIsFartherThanAnother(
            @ForAll double latitude, @ForAll double longitude, @ForAll("known") Landmark other) {
        GeoCoordinates point = new GeoCoordinates(latitude, longitude);
        located(point);
        FINDER.nearest(point)
                .ifPresent(nearest -> assertThat(nearest.kilometres())
                        .isLessThanOrEqualTo(NearestLandmarkFinder.kilometres(point, other.point()) + 1e-6));
    }

    @Provide
    Arbitrary<Landmark> known() {
        return Arbitraries.of(KNOWN_LANDMARKS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Simpang Lima, -6.9904, 110.4229, 33.74",
        "Monas, -6.1754, 106.8272, 31.71",
        "Jalan Malioboro, -7.7926, 110.3658, 34.71",
        "Gedung Sate, -6.9025, 107.6186, 32.73",
        "Pantai Losari, -5.1433, 119.4072, 73.71"
    })
    void findsTheRegionOfWellKnownSpots(String spot, double latitude, double longitude, String region) {
        assertThat(located(new GeoCoordinates(latitude, longitude))
                        .likeliest()
                        .orElseThrow()
                        .region()
                        .code())
                .as(spot)
                .isEqualTo(region);
    }

    @Test
    void ignoresAPointFarFromAllLandmarks() {
        RegionRanking amsterdam = located(new GeoCoordinates(52.37, 4.9));
        assertThat(amsterdam.likeliest()).isEmpty();
        assertThat(amsterdam.nearestLandmark())
                .hasValueSatisfying(nearest -> assertThat(nearest.isPlausible()).isFalse());
    }

    @Test
    void prefersTheChosenRegionToThePoint() {
        ReportedLocation chosen = new ReportedLocation(
                Optional.of("35.18"), Optional.empty(), Optional.of(new GeoCoordinates(-6.9904, 110.4229)));
        assertThat(GAZETTEER.locate(chosen, TokenizedText.of("jalan rusak")).likeliest())
                .hasValueSatisfying(ranked -> assertThat(ranked.region().code()).isEqualTo("35.18"));
    }

    @Test
    void givesLittleClarityBetweenTwoRegions() {
        Landmark here = new Landmark("33.74", "Di sini", new GeoCoordinates(-7, 110));
        Landmark there = new Landmark("33.22", "Di sana", new GeoCoordinates(-7, 110.2));
        NearestLandmarkFinder two = new NearestLandmarkFinder(List.of(here, there));
        assertThat(two.nearest(new GeoCoordinates(-7, 110.1)).orElseThrow().clarity())
                .isCloseTo(0, within(1e-6));
        assertThat(two.nearest(new GeoCoordinates(-7, 110.02)).orElseThrow().clarity())
                .isGreaterThan(0.8);
        assertThat(new NearestLandmarkFinder(List.of(here, new Landmark("33.22", "Sama", here.point())))
                        .nearest(here.point())
                        .orElseThrow()
                        .clarity())
                .isZero();
    }

    @Test
    void computesDistances() {
        assertThat(NearestLandmarkFinder.kilometres(new GeoCoordinates(-6.2, 106.8), new GeoCoordinates(-7.25, 112.75)))
                .isCloseTo(668, within(5.0));
    }

    private static RegionRanking located(GeoCoordinates point) {
        return GAZETTEER.locate(
                new ReportedLocation(Optional.empty(), Optional.empty(), Optional.of(point)),
                TokenizedText.of("jalan rusak"));
    }
}
