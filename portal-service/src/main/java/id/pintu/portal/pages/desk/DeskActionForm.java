package id.pintu.portal.pages.desk;

import static id.pintu.portal.pages.desk.DeskPageQueryParams.orEmpty;

import id.pintu.portal.desk.DeskActionRequest;
import org.jspecify.annotations.Nullable;

/**
 * Visible fields of the desk's forms. They have the names of the JSON fields of routing-service, so that its validation
 * errors can be shown at the field.
 *
 * @param choice number of a candidate; null when the institution was searched for
 * @param institution code of the institution
 * @param ground of archiving
 * @param reason of archiving, for the reporter
 * @param grounds of a ruling
 */
record DeskActionForm(@Nullable Integer choice, String institution, String ground, String reason, String grounds) {

    static final DeskActionForm EMPTY = new DeskActionForm(null, null, null, null, null);

    DeskActionForm(
            @Nullable Integer choice,
            @Nullable String institution,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable String grounds) {
        this.choice = choice;
        this.institution = orEmpty(institution);
        this.ground = orEmpty(ground);
        this.reason = orEmpty(reason);
        this.grounds = orEmpty(grounds);
    }

    /** By institution for an incident: the numbers of candidates belong to one complaint. */
    DeskActionRequest assignRequest(DeskActionTargetForm target) {
        return choice == null || !target.incident().isEmpty()
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
