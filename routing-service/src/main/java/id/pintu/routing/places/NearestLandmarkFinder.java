package id.pintu.routing.places;

import id.pintu.events.SubmittedReport.GeoCoordinates;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.util.SloppyMath;

/**
 * Finder of the landmark nearest to a point, by linear search. Without region boundaries the result is a guess, since
 * the nearest town may be across the border; it is therefore weighed by how much nearer it is than any landmark of
 * another region.
 */
public final class NearestLandmarkFinder {

    private static final double METRES_PER_KILOMETRE = 1_000;

    private final List<Landmark> landmarks;

    public NearestLandmarkFinder(List<Landmark> landmarks) {
        this.landmarks = List.copyOf(landmarks);
    }

    /** Empty only if there are no landmarks. */
    public Optional<NearestLandmark> nearest(GeoCoordinates point) {
        return nearest(point, any -> true).map(nearestLandmark -> {
            double other = nearest(point, each -> !each.region().equals(nearestLandmark.region()))
                    .map(nearestElsewhere -> kilometres(point, nearestElsewhere.point()))
                    .orElse(Double.MAX_VALUE);
            double near = kilometres(point, nearestLandmark.point());
            return new NearestLandmark(nearestLandmark, near, other == 0 ? 0 : 1 - near / other);
        });
    }

    private Optional<Landmark> nearest(GeoCoordinates point, Predicate<Landmark> filter) {
        Optional<Landmark> nearest = Optional.empty();
        double least = Double.MAX_VALUE;
        for (Landmark each : landmarks) {
            double distance = filter.test(each) ? kilometres(point, each.point()) : Double.MAX_VALUE;
            if (distance < least) {
                least = distance;
                nearest = Optional.of(each);
            }
        }
        return nearest;
    }

    /**
     * Distance along the great circle, with the haversine formula; exact to half a percent, since the earth is no
     * sphere.
     */
    static double kilometres(GeoCoordinates one, GeoCoordinates other) {
        return SloppyMath.haversinMeters(one.latitude(), one.longitude(), other.latitude(), other.longitude())
                / METRES_PER_KILOMETRE;
    }
}
