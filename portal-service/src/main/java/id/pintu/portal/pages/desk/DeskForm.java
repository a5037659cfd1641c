package id.pintu.portal.pages.desk;

import static id.pintu.portal.pages.desk.DeskAddress.given;

import id.pintu.portal.desk.DeskAct;
import id.pintu.portal.desk.Matter;
import id.pintu.portal.pages.Submission;
import org.jspecify.annotations.Nullable;

/**
 * What an officer sends about the complaint that was shown. What is passed on has the names routing-service knows it by,
 * so what it says about a field is said at that field.
 *
 * @param number of the complaint
 * @param turn its place in the line
 * @param after where the page that showed it began
 * @param without see {@link DeskAddress#without}
 * @param incident the first of its incident, when it is about all that tell of it; empty when about this one only
 * @param choice number of a candidate; or else the institution
 * @param grounds of a ruling
 */
record DeskForm(
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

    DeskForm(
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
        this.number = given(number);
        this.turn = given(turn);
        this.after = given(after);
        this.without = given(without);
        this.submission = Submission.of(given(submission));
        this.incident = given(incident);
        this.choice = choice;
        this.institution = given(institution);
        this.ground = given(ground);
        this.reason = given(reason);
        this.grounds = given(grounds);
    }

    /** Nothing typed yet. */
    static DeskForm blank(DeskAddress address) {
        return new DeskForm(
                address.number(), "", address.after(), address.without(), "", address.incident(), null, "", "", "", "");
    }

    Matter matter() {
        return incident.isEmpty() ? new Matter.One(number) : new Matter.Incident(incident);
    }

    /** Candidates are numbered for one complaint; others of its incident may have other ones. */
    DeskAct assigning() {
        return choice == null || !incident.isEmpty() ? new DeskAct.Assign(institution) : new DeskAct.Choose(choice);
    }

    DeskAct archiving() {
        return new DeskAct.Archive(ground, reason);
    }

    DeskAct ruling() {
        return new DeskAct.Rule(institution, grounds);
    }
}
