package id.pintu.portal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pintu.portal.oversight.HandlingFigures;
import id.pintu.portal.oversight.NationFigures;
import id.pintu.portal.oversight.NationFigures.InstitutionFigures;
import id.pintu.portal.oversight.NationFigures.Participation;
import java.util.Optional;

/**
 * JSON of the figures of some complaints, as LAPOR! reports them. Percentages are of the received ones, and absent of none.
 *
 * @param received how many; the sum of selesai, proses, waiting and ended
 * @param followedUp selesai and proses
 * @param selesai answered, and the answer is not contested
 * @param proses the institution has taken a step
 * @param waiting no step yet
 * @param ended withdrawn or archived without an answer
 * @param onTimePercent share of the institution's clocks that ended and were not missed
 * @param answerMedianDays working days from the assignment to the answer
 * @param longestWaitingDays working days that the oldest open one waits
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OversightFiguresView(
        int received,
        int followedUp,
        Optional<Integer> followedUpPercent,
        int selesai,
        Optional<Integer> selesaiPercent,
        int proses,
        Optional<Integer> prosesPercent,
        int waiting,
        int ended,
        Optional<Integer> onTimePercent,
        Optional<Integer> answerMedianDays,
        Optional<Integer> answerP90Days,
        Optional<Integer> longestWaitingDays) {

    static OversightFiguresView of(HandlingFigures of) {
        return new OversightFiguresView(
                of.received(),
                of.followedUp(),
                of.followedUpPercent(),
                of.done(),
                of.donePercent(),
                of.inProgress(),
                of.inProgressPercent(),
                of.waiting(),
                of.ended(),
                of.onTimePercent(),
                of.answer().map(HandlingFigures.DaySpread::median),
                of.answer().map(HandlingFigures.DaySpread::p90),
                of.longest().map(HandlingFigures.LongestWaiting::days));
    }

    /**
     * JSON of one institution.
     *
     * @param active whether it took a step with one of its complaints; absent when it has none
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record InstitutionFiguresView(
            String code, String name, boolean connected, Optional<Boolean> active, OversightFiguresView figures) {

        static InstitutionFiguresView of(InstitutionFigures of) {
            return new InstitutionFiguresView(
                    of.institution().code(),
                    of.institution().name(),
                    of.institution().connected(),
                    of.active(),
                    OversightFiguresView.of(of.figures()));
        }
    }

    /**
     * JSON of how many institutions take part.
     *
     * @param connected with a team by decree (SK Tim)
     * @param active connected ones with reports that took a step with one
     * @param activePercent of the connected ones with reports
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ParticipationView(
            int institutions,
            int connected,
            Optional<Integer> connectedPercent,
            int active,
            Optional<Integer> activePercent) {

        static ParticipationView of(Participation of) {
            return new ParticipationView(
                    of.institutions(), of.connected(), of.connectedPercent(), of.active(), of.activePercent());
        }
    }

    /** JSON of a row of the league table. */
    record LeagueRowView(int rank, InstitutionFiguresView institution) {

        static LeagueRowView of(NationFigures.LeagueRow row) {
            return new LeagueRowView(row.rank(), InstitutionFiguresView.of(row.of()));
        }
    }
}
