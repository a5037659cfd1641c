package id.pintu.events;

import java.util.Locale;

/**
 * Name of a {@link ReasonFact} that routing-service writes into a {@link RoutingReason}. On the wire it is the constant in
 * kebab-case, such as {@code place-name}.
 */
public enum ReasonFactName {
    /** Code of the institution the reporter chose; {@link ReasonFact#UNKNOWN} when the registry has no such institution. */
    WISHED,
    /** Keyword the SMS begins with. */
    KEYWORD,
    /** Code of an institution that the rules name but that has no training examples yet. */
    NEWCOMER,
    /** Code of an institution that returned the complaint. */
    REFUSED_BY,
    /** Code of an institution that was passed over because it is not connected. */
    NOT_CONNECTED,
    /** Code of an institution that was passed over because it no longer acts on reports. */
    NOT_ACTIVE,
    /** Name of the institution of {@link #NOT_CONNECTED} or {@link #NOT_ACTIVE}. */
    INSTEAD_OF,
    /** Kemendagri code of the place; {@link ReasonFact#UNKNOWN} when none was found. */
    PLACE,
    /** Name of {@link #PLACE}. */
    PLACE_NAME,
    /** What the place was found by, joined with commas. */
    PLACE_WORDS,
    /** {@code ignored}: the GPS point was too far from every known place to be used. */
    POINT,
    /** Distance of the GPS point to the nearest known place, in whole kilometres. */
    POINT_KM,
    /** Name of the known place nearest to the GPS point. */
    POINT_NEAR,
    /** Title of the affair; {@link ReasonFact#UNKNOWN} when no rule matched. */
    TOPIC,
    /** Words of the report that the rule matched, joined with commas. */
    WORDS,
    /** Legal basis of the rule. */
    LAW,
    /** Number of examples the classifier was trained on. */
    LEARNT_FROM,
    /** Title of the misconduct rule that matched: the report is about an institution's own officers. */
    OWN_OFFICERS,
    /** Name of the institution that oversees the officers and gets a part of the complaint. */
    OVERSEER,
    /** Code of the institution whose officers a part is about. */
    WATCHED,
    /** Number of the complaint this one is a part of. */
    PART_OF,
    /** What in the report this part is about. */
    ABOUT,
    /** Event id of the ruling this assignment follows. */
    RULING,
    /** Grounds of the ruling. */
    GROUNDS,
    /** Number of the complaint whose ruling was applied as a precedent. */
    PRECEDENT,
    /** Code of the institution that the precedent ruled not responsible. */
    NOT,
    /** Code of the institution that returned the complaint and named this one. */
    SUGGESTED_BY;

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Name on the wire, such as {@code place-name}. */
    public String wireName() {
        return wireName;
    }
}
