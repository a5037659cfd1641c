package id.pintu.support.http;

/** Validator of the query parameter {@code limit}: how many entries one page of a list holds at most. */
public final class PageLimit {

    /** Page size without the parameter, as {@code @RequestParam(defaultValue = …)} takes it. */
    public static final String DEFAULT = "50";

    private PageLimit() {}

    /**
     * @param max largest page size of this list
     * @return the limit
     * @throws ProblemException 400, naming the field {@code limit}, unless it is 1 to {@code max}
     */
    public static int requireInRange(int limit, int max) {
        if (limit < 1 || limit > max) {
            throw ProblemException.ofField("limit", "is 1 to " + max);
        }
        return limit;
    }
}
