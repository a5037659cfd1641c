package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskAct;
import id.pintu.portal.pages.Submission;
import org.jspecify.annotations.Nullable;

/**
 * What an officer sends about the complaint that was shown. What is passed on has the names routing-service knows it by,
 * so what it says about a field is said at that field.
 *
 * @param number of the complaint
 * @param turn its place in the line
 * @param after where the page that showed it began
 * @param choice number of a candidate; or else the institution
 * @param grounds of a ruling
 */
record DeskForm(
        String number,
        String turn,
        String after,
        String submission,
        @Nullable Integer choice,
        String institution,
        String ground,
        String reason,
        String grounds) {

    DeskForm(
            @Nullable String number,
            @Nullable String turn,
            @Nullable String after,
            @Nullable String submission,
            @Nullable Integer choice,
            @Nullable String institution,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable String grounds) {
        this.number = given(number);
        this.turn = given(turn);
        this.after = given(after);
        this.submission = Submission.of(given(submission));
        this.choice = choice;
        this.institution = given(institution);
        this.ground = given(ground);
        this.reason = given(reason);
        this.grounds = given(grounds);
    }

    /** Nothing typed yet. */
    static DeskForm blank(DeskAddress address) {
        return new DeskForm(address.number(), "", address.after(), "", null, "", "", "", "");
    }

    DeskAct assigning() {
        return choice == null ? new DeskAct.Assign(institution) : new DeskAct.Choose(choice);
    }

    DeskAct archiving() {
        return new DeskAct.Archive(ground, reason);
    }

    DeskAct ruling() {
        return new DeskAct.Rule(institution, grounds);
    }

    private static String given(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
