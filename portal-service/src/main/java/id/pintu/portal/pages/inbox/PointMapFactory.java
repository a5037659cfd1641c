package id.pintu.portal.pages.inbox;

import id.pintu.portal.pages.inbox.PointMap.MapLabel;
import id.pintu.portal.pages.inbox.PointMap.MapPlace;
import id.pintu.support.regions.LandmarkCatalog;
import id.pintu.support.regions.LandmarkCatalog.FlatDistance;
import id.pintu.support.regions.LandmarkCatalog.NamedPlace;
import id.pintu.support.regions.RegionCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Factory of small maps: the towns around a point, drawn here and from no foreign server. The scale is such that several are
 * on it; a town whose name would cover another is left out.
 */
@Component
class PointMapFactory {

    private static final int CANDIDATES = 24;

    /** So many of the nearest towns fit onto the map. */
    private static final int WANTED = 3;

    private static final double LEAST_RADIUS = 4;
    private static final double MOST_RADIUS = 150;
    private static final double AT_TOWN = 0.5;
    private static final double MARGIN = 14;
    private static final double LETTER = 6.3;
    private static final double LINE = 14;
    private static final double GAP = 8;
    private static final double MIDDLE_X = PointMap.WIDTH / 2.0;
    private static final double MIDDLE_Y = PointMap.HEIGHT / 2.0;
    private static final List<String> DIRECTIONS =
            List.of("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west");

    private final LandmarkCatalog landmarks;
    private final RegionCatalog regions;

    PointMapFactory(LandmarkCatalog landmarks, RegionCatalog regions) {
        this.landmarks = landmarks;
        this.regions = regions;
    }

    /** The map around a point; empty where no town is near. */
    Optional<PointMap> around(double latitude, double longitude, Locale locale) {
        FlatDistance from = FlatDistance.from(latitude, longitude);
        List<NamedPlace> near = landmarks.nearest(latitude, longitude, CANDIDATES).stream()
                .filter(place -> from.kilometresTo(place) <= MOST_RADIUS)
                .toList();
        if (near.isEmpty()) {
            return Optional.empty();
        }
        double radius = Math.max(LEAST_RADIUS, from.kilometresTo(near.get(Math.min(WANTED, near.size()) - 1)));
        double perKilometre = (MIDDLE_Y - MARGIN) / radius;
        List<MapPlace> places = new MapLayout(from, perKilometre).place(near);
        if (places.isEmpty() || !places.getFirst().name().equals(near.getFirst().name())) {
            return Optional.empty(); // the text would speak of a town that is not on the map
        }
        double distance = from.kilometresTo(near.getFirst());
        int scale = scaleFor(radius);
        return Optional.of(new PointMap(
                places.getFirst(),
                String.format(locale, "%.1f", distance),
                distance < AT_TOWN ? "" : directionFrom(from, near.getFirst()),
                places,
                scale,
                digits(scale * perKilometre)));
    }

    /** The longest of these that is not longer than half the way from the middle to the edge. */
    private static int scaleFor(double radius) {
        return Stream.of(50, 20, 10, 5, 2)
                .filter(length -> length <= radius * 0.6)
                .findFirst()
                .orElse(1);
    }

    /** Where the point is, seen from a town. */
    private static String directionFrom(FlatDistance from, NamedPlace town) {
        double clockwise = Math.toDegrees(Math.atan2(-from.eastOf(town), -from.northOf(town)));
        return DIRECTIONS.get(Math.floorMod(Math.round(clockwise / 45), DIRECTIONS.size()));
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Box that a mark or a name takes. */
    private record MapBox(double left, double top, double right, double bottom) {

        private boolean meets(MapBox other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        private boolean isInside() {
            return left >= 2 && top >= 2 && right <= PointMap.WIDTH - 2 && bottom <= PointMap.HEIGHT - 2;
        }
    }

    /** Where towns and their names are drawn. */
    private final class MapLayout {

        private final FlatDistance from;
        private final double perKilometre;
        private final List<MapBox> taken = new ArrayList<>();

        private MapLayout(FlatDistance from, double perKilometre) {
            this.from = from;
            this.perKilometre = perKilometre;
            taken.add(around(MIDDLE_X, MIDDLE_Y, 7));
            taken.add(new MapBox(0, PointMap.HEIGHT - 30.0, 110, PointMap.HEIGHT)); // the scale
            taken.add(new MapBox(PointMap.WIDTH - 30.0, 0, PointMap.WIDTH, 40)); // north
        }

        private static MapBox around(double x, double y, double half) {
            return new MapBox(x - half, y - half, x + half, y + half);
        }

        private List<MapPlace> place(List<NamedPlace> towns) {
            List<MapPlace> places = new ArrayList<>();
            for (NamedPlace town : towns) {
                place(town).ifPresent(places::add);
            }
            return places;
        }

        private Optional<MapPlace> place(NamedPlace town) {
            double x = MIDDLE_X + from.eastOf(town) * perKilometre;
            double y = MIDDLE_Y - from.northOf(town) * perKilometre;
            double width = town.name().length() * LETTER;
            List<MapLabelBox> choices = List.of(
                    new MapLabelBox(x + GAP, y + 4, "start", width),
                    new MapLabelBox(x - GAP, y + 4, "end", width),
                    new MapLabelBox(x, y - GAP, "middle", width),
                    new MapLabelBox(x, y + GAP + 10, "middle", width));
            return choices.stream()
                    .filter(choice -> choice.box().isInside() && taken.stream().noneMatch(choice.box()::meets))
                    .findFirst()
                    .map(choice -> {
                        taken.add(choice.box());
                        taken.add(around(x, y, 5));
                        return new MapPlace(
                                town.name(),
                                regions.nameOf(town.region()).orElse(""),
                                digits(x),
                                digits(y),
                                new MapLabel(digits(choice.x()), digits(choice.y()), choice.anchor()));
                    });
        }
    }

    /** Possible place of a name. */
    private record MapLabelBox(double x, double y, String anchor, double width) {

        private MapBox box() {
            double left = switch (anchor) {
                case "start" -> x;
                case "end" -> x - width;
                default -> x - width / 2;
            };
            return new MapBox(left, y - LINE + 3, left + width, y + 3);
        }
    }
}
