package id.pintu.portal.oversight;

import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;

/**
 * Facts about one complaint that figures are counted from: no text, no person. Instants are those of {@link FactTime}.
 *
 * @param flags bits of {@link FactFlag}
 */
record ComplaintFacts(ReceiptFacts receipt, PlacementFacts placement, int flags) {

    static final ComplaintFacts NONE = new ComplaintFacts(
            new ReceiptFacts(FactTime.NONE, IntakeChannel.WEB, ComplaintKind.COMPLAINT, ""),
            new PlacementFacts("", 0, FactTime.NONE, FactTime.NONE, FactTime.NONE, FactTime.NONE),
            0);

    private static final int OF_THE_ASSIGNMENT = FactFlag.VERIFICATION_SET.bit()
            | FactFlag.VERIFICATION_ENDED.bit()
            | FactFlag.VERIFICATION_MISSED.bit()
            | FactFlag.FOLLOW_UP_SET.bit()
            | FactFlag.FOLLOW_UP_ENDED.bit()
            | FactFlag.FOLLOW_UP_MISSED.bit();

    /**
     * The report as it came in.
     *
     * @param at when; for a part, when the whole was submitted
     * @param category of the list of LAPOR!, without the subcategory; empty when none was chosen
     */
    record ReceiptFacts(int at, IntakeChannel channel, ComplaintKind kind, String category) {}

    /**
     * Where it is and how far it is there.
     *
     * @param institution code of the responsible institution; empty while the national desk is responsible
     * @param assignment number of the assignment, 0 before the first
     * @param firstAssignedAt when the first institution got it
     * @param since when the responsible party got it
     * @param firstActAt first act of the institution
     * @param answeredAt its final answer, unless that was contested
     */
    record PlacementFacts(
            String institution, int assignment, int firstAssignedAt, int since, int firstActAt, int answeredAt) {

        PlacementFacts acted(int at) {
            return firstActAt == FactTime.NONE
                    ? new PlacementFacts(institution, assignment, firstAssignedAt, since, at, answeredAt)
                    : this;
        }

        PlacementFacts answered(int at) {
            return new PlacementFacts(institution, assignment, firstAssignedAt, since, firstActAt, at);
        }
    }

    boolean has(FactFlag flag) {
        return (flags & flag.bit()) != 0;
    }

    ComplaintFacts with(FactFlag flag) {
        return new ComplaintFacts(receipt, placement, flags | flag.bit());
    }

    ComplaintFacts without(FactFlag flag) {
        return new ComplaintFacts(receipt, placement, flags & ~flag.bit());
    }

    ComplaintFacts with(ReceiptFacts other) {
        return new ComplaintFacts(other, placement, flags);
    }

    ComplaintFacts with(PlacementFacts other) {
        return new ComplaintFacts(receipt, other, flags);
    }

    /** With another responsible party, which has done nothing yet. */
    ComplaintFacts assigned(PlacementFacts other) {
        return new ComplaintFacts(receipt, other, flags & ~OF_THE_ASSIGNMENT);
    }
}
