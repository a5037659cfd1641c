package id.pintu.portal.oversight;

/** Yes or no about one complaint; what is about clocks and about the answer begins anew with each assignment. */
@SuppressWarnings("EnumOrdinal") // in memory only, never stored
enum FactFlag {
    /** It is a part of another complaint. */
    PART,
    /** Closed, rated, withdrawn or archived. */
    ENDED,
    /** The desk had it before the first institution did. */
    HELD_AT_FIRST,
    /** An institution returned it ("bukan wewenang"). */
    RETURNED,
    /** The arbiter ruled who is responsible. */
    RULED,
    /** The institution's clock of its verification was set. */
    VERIFICATION_SET,
    VERIFICATION_ENDED,
    VERIFICATION_MISSED,
    /** The institution's clock of its follow-up was set. */
    FOLLOW_UP_SET,
    FOLLOW_UP_ENDED,
    FOLLOW_UP_MISSED;

    int bit() {
        return 1 << ordinal();
    }
}
