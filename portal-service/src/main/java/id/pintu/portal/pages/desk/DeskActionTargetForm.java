package id.pintu.portal.pages.desk;

import static id.pintu.portal.pages.desk.DeskPageQueryParams.orEmpty;

import id.pintu.portal.desk.DeskActionTarget;
import id.pintu.portal.desk.DeskQueuePosition;
import id.pintu.portal.pages.SubmissionToken;
import id.pintu.portal.pages.desk.DeskPageQueryParams.InstitutionSearchParams;
import org.jspecify.annotations.Nullable;

/**
 * Hidden fields of every form about the complaint that is shown: which complaint it is, and from which position its page
 * was shown.
 *
 * @param number of the complaint
 * @param turn cursor of the complaint
 * @param after cursor from which the page was shown
 * @param without see {@link DeskQueuePosition#excludedIncident}
 * @param submission idempotency key of this rendering of the page
 * @param incident the first complaint of its incident, when the action is for all complaints about it; else empty
 */
record DeskActionTargetForm(
        String number, String turn, String after, String without, String submission, String incident) {

    DeskActionTargetForm(
            @Nullable String number,
            @Nullable String turn,
            @Nullable String after,
            @Nullable String without,
            @Nullable String submission,
            @Nullable String incident) {
        this.number = orEmpty(number);
        this.turn = orEmpty(turn);
        this.after = orEmpty(after);
        this.without = orEmpty(without);
        this.submission = SubmissionToken.validOrNew(orEmpty(submission));
        this.incident = orEmpty(incident);
    }

    static DeskActionTargetForm of(DeskQueuePosition shownFrom, InstitutionSearchParams search) {
        return new DeskActionTargetForm(
                search.number(), null, shownFrom.after(), shownFrom.excludedIncident(), null, search.incident());
    }

    /** For another complaint of the same page. */
    DeskActionTargetForm withoutComplaint() {
        return new DeskActionTargetForm(null, null, after, without, null, null);
    }

    DeskActionTarget target() {
        return incident.isEmpty()
                ? new DeskActionTarget.ComplaintTarget(number)
                : new DeskActionTarget.IncidentTarget(incident);
    }

    DeskQueuePosition shownFrom() {
        return new DeskQueuePosition(after, without);
    }

    /** Position of the next complaint, after an action on this one. */
    DeskQueuePosition next() {
        return new DeskQueuePosition(turn, incident);
    }
}
