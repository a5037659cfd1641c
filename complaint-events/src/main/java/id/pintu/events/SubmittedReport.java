package id.pintu.events;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a reporter said, as it stands in the ledger and in the feeds: never a name or a contact.
 *
 * @param door the way it came in
 * @param kind what is asked for; decides the legal time limit
 * @param title short, may be empty
 * @param text the report itself, never empty; an SMS with its keyword, as it came
 * @param place where it happened
 * @param wishedInstitution code of the institution the reporter thinks it is for, if any
 * @param category {@code CATEGORY} or {@code CATEGORY/SUBCATEGORY} of LAPOR!'s list, if chosen
 * @param occurredOn the day it happened, if told
 * @param privacy who may see what
 */
public record SubmittedReport(
        IntakeChannel door,
        ComplaintKind kind,
        String title,
        String text,
        ReportedLocation place,
        Optional<String> wishedInstitution,
        Optional<String> category,
        Optional<LocalDate> occurredOn,
        ReportPrivacySettings privacy) {

    /** A complaint from the web with a text and nothing else: no title, place, category or contact. */
    public static SubmittedReport ofText(String text) {
        return new SubmittedReport(
                IntakeChannel.WEB,
                ComplaintKind.COMPLAINT,
                "",
                text,
                ReportedLocation.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ReportPrivacySettings.OPEN);
    }

    public SubmittedReport withKind(ComplaintKind other) {
        return new SubmittedReport(door, other, title, text, place, wishedInstitution, category, occurredOn, privacy);
    }

    public SubmittedReport withTitle(String other) {
        return new SubmittedReport(door, kind, other, text, place, wishedInstitution, category, occurredOn, privacy);
    }

    public SubmittedReport withPlace(ReportedLocation other) {
        return new SubmittedReport(door, kind, title, text, other, wishedInstitution, category, occurredOn, privacy);
    }

    public SubmittedReport withPrivacy(ReportPrivacySettings other) {
        return new SubmittedReport(door, kind, title, text, place, wishedInstitution, category, occurredOn, other);
    }

    /**
     * Where it happened, as the reporter said it.
     *
     * @param regionCode Kemendagri code of a province ({@code 33}) or kabupaten/kota ({@code 33.74})
     * @param description free text
     * @param point where the reporter's device says it is, if it was sent along
     */
    public record ReportedLocation(
            Optional<String> regionCode, Optional<String> description, Optional<GeoCoordinates> point) {

        public static final ReportedLocation UNKNOWN = new ReportedLocation(Optional.empty(), Optional.empty());

        public ReportedLocation(Optional<String> regionCode, Optional<String> description) {
            this(regionCode, description, Optional.empty());
        }
    }

    /**
     * A point on the map, WGS 84.
     *
     * @param latitude degrees, north is positive
     * @param longitude degrees, east is positive
     */
    public record GeoCoordinates(double latitude, double longitude) {}

    /**
     * @param anonymous Anonim: the reporter's name is hidden from the institution
     * @param confidential Rahasia: the report is hidden from the public
     * @param reachableBy how the reporter can be told of each step; the address itself lives in {@code reporters} only
     */
    public record ReportPrivacySettings(boolean anonymous, boolean confidential, ContactChannel reachableBy) {

        public static final ReportPrivacySettings OPEN = new ReportPrivacySettings(false, false, ContactChannel.NONE);
    }
}
