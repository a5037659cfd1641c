package id.pintu.routing.places;

/**
 * The known place that is nearest to a point.
 *
 * @param kilometres how far it is
 * @param clarity 0 to 1: how much nearer it is than any place of another region; 0 when both are as far
 */
public record NearestLandmark(Landmark landmark, double kilometres, double clarity) {

    /** Farther from any known place a point is not on Indonesian land, or so remote that it tells nothing. */
    private static final double MAX_KILOMETRES = 150;

    /** What a point says at its clearest: more than a region's full name, less than what was chosen from a list. */
    private static final double MAX_WEIGHT = 2;

    private static final double HALVED_AT = 50;

    /** Whether anything follows from it. */
    public boolean isPlausible() {
        return kilometres <= MAX_KILOMETRES;
    }

    /** How strongly its region is meant, as {@link ScoredRegion#score()}. */
    double weight() {
        return MAX_WEIGHT * clarity * HALVED_AT / (HALVED_AT + kilometres);
    }
}
