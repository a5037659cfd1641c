package id.pintu.portal.oversight;

/** How far a complaint is, as LAPOR! reports it; each complaint is in exactly one. */
enum ComplaintProgress {
    /** Nobody has taken a step yet, or the national desk has it. */
    WAITING,
    /** Proses: its institution has taken a step and not answered, or the answer was contested. */
    IN_PROGRESS,
    /** Selesai: answered, and the answer is not contested. */
    DONE,
    /** Withdrawn or archived without an answer. */
    ENDED
}
