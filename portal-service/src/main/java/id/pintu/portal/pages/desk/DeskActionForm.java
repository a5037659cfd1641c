package id.pintu.portal.pages.desk;

import static id.pintu.portal.pages.desk.DeskPageQueryParams.orEmpty;

import id.pintu.portal.desk.DeskActionRequest;
import id.pintu.portal.desk.DeskActionTarget;
import id.pintu.portal.pages.SubmissionToken;
import org.jspecify.annotations.Nullable;

/**
 * What an officer sends about the complaint that was shown. What is passed on has the names routing-service knows it by,
 * so what it says about a field is said at that field.
 *
 * @param number of the complaint
 * @param turn its place in the line
 * @param after where the page that showed it began
 * @param without see {@link DeskPageQueryParams#excludedIncident}
 * @param incident the first of its incident, when it is about all that tell of it; empty when about this one only
 * @param choice number of a candidate; or else the institution
 * @param grounds of a ruling
 */
record DeskActionForm(
        String number,
        String turn,
        String after,
        String without,
        String submission,
        String incident,
        @Nullable Integer choice,
        String institution,
        String ground,
        String reason,
        String grounds) {

    DeskActionForm(
            @Nullable String number,
            @Nullable String turn,
            @Nullable String after,
            @Nullable String without,
            @Nullable String submission,
            @Nullable String incident,
            @Nullable Integer choice,
            @Nullable String institution,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable String grounds) {
        this.number = orEmpty(number);
        this.turn = orEmpty(turn);
        this.after = orEmpty(after);
        this.without = orEmpty(without);
        this.submission = SubmissionToken.validOrNew(orEmpty(submission));
        this.incident = orEmpty(incident);
        this.choice = choice;
        this.institution = orEmpty(institution);
        this.ground = orEmpty(ground);
        this.reason = orEmpty(reason);
        this.grounds = orEmpty(grounds);
    }

    /** Nothing typed yet. */
    static DeskActionForm empty(DeskPageQueryParams params) {
        return new DeskActionForm(
                params.number(),
                "",
                params.after(),
                params.excludedIncident(),
                "",
                params.incident(),
                null,
                "",
                "",
                "",
                "");
    }

    DeskActionTarget target() {
        return incident.isEmpty()
                ? new DeskActionTarget.ComplaintTarget(number)
                : new DeskActionTarget.IncidentTarget(incident);
    }

    /** Candidates are numbered for one complaint; others of its incident may have other ones. */
    DeskActionRequest assignRequest() {
        return choice == null || !incident.isEmpty()
                ? new DeskActionRequest.AssignInstitution(institution)
                : new DeskActionRequest.AssignCandidate(choice);
    }

    DeskActionRequest archiveRequest() {
        return new DeskActionRequest.ArchiveComplaint(ground, reason);
    }

    DeskActionRequest rulingRequest() {
        return new DeskActionRequest.GiveRuling(institution, grounds);
    }
}
