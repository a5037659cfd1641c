package id.pintu.portal.pages.inbox;

import java.util.List;

/**
 * View of a small map around a reported point, north up, in units of its picture of {@link #WIDTH} by {@link #HEIGHT} with the
 * point in the middle.
 *
 * @param nearest the town nearest to the point
 * @param kilometres from there to the point, such as {@code 6.2}
 * @param direction last part of the key of its message, such as {@code north-east}
 * @param places what is drawn, the nearest first; at least one
 * @param scaleKilometres length of the bar of the scale
 * @param scaleWidth the same in the picture
 */
record PointMap(
        MapPlace nearest,
        String kilometres,
        String direction,
        List<MapPlace> places,
        int scaleKilometres,
        String scaleWidth) {

    static final int WIDTH = 320;
    static final int HEIGHT = 220;

    /**
     * Town on the map.
     *
     * @param region name of its kabupaten or kota
     * @param label where its name is written
     */
    record MapPlace(String name, String region, String x, String y, MapLabel label) {}

    /** @param anchor as SVG has it */
    record MapLabel(String x, String y, String anchor) {}

    /** Whether the point is so near to the town that a direction would say nothing. */
    public boolean isAtTown() {
        return direction.isEmpty();
    }

    /** Names of the other towns, for those who do not see the map. */
    public List<String> others() {
        return places.stream().skip(1).map(MapPlace::name).toList();
    }
}
