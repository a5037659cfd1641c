package id.pintu.portal.oversight;

/** Section of a complaint's way; those of an answered complaint follow one another without a gap. */
public enum HandlingHop {
    /** From the receipt to the first institution: routing, and the national desk. */
    TO_FIRST_INSTITUTION,
    /** From the first institution to the one that has it now: returns and rulings. Only of those that moved. */
    BETWEEN_INSTITUTIONS,
    /** From the assignment to the institution's first step. */
    TO_FIRST_STEP,
    /** From the first step to the answer, the reporter's replies included. */
    TO_ANSWER
}
