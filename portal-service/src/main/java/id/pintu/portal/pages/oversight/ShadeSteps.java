package id.pintu.portal.pages.oversight;

/** Static functions for the five shades of maps and grids. */
final class ShadeSteps {

    private static final int STEPS = 5;

    private ShadeSteps() {}

    /** 1 for 0 to 19 percent, …, 5 for 80 to 100. */
    static int ofPercent(int percent) {
        return Math.min(STEPS, percent / 20 + 1);
    }

    /** 0 for none, otherwise 1 to 5 in equal parts of the most. */
    static int ofShare(int count, int most) {
        return count == 0 ? 0 : Math.max(1, (int) Math.ceil((double) STEPS * count / most));
    }
}
