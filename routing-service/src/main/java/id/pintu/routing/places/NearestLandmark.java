package id.pintu.routing.places;

/**
 * Result of a nearest-neighbour search: the landmark nearest to a point.
 *
 * @param kilometres distance to the point
 * @param clarity 0 to 1: how much nearer it is than any landmark of another region; 0 if both are equally far
 */
public record NearestLandmark(Landmark landmark, double kilometres, double clarity) {

    /**
     * Beyond this distance from any landmark, a point is not on Indonesian land, or too remote to be assigned a region.
     */
    private static final double MAX_KILOMETRES = 150;

    /** Weight of an unambiguous point: more than a region's full name, less than a choice from the list. */
    private static final double MAX_WEIGHT = 2;

    private static final double HALVED_AT = 50;

    /** Whether it is near enough to be evidence of a region. */
    public boolean isPlausible() {
        return kilometres <= MAX_KILOMETRES;
    }

    /** Weight of its region, on the scale of {@link ScoredRegion#score()}. */
    double weight() {
        return MAX_WEIGHT * clarity * HALVED_AT / (HALVED_AT + kilometres);
    }
}
