package id.pintu.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Report of a reporter as stored in the ledger and in the feeds, without name and contact.
 *
 * @param door channel it was submitted through
 * @param kind decides the legal time limit
 * @param title may be empty
 * @param text never empty; that of an SMS includes its keyword
 * @param place where it happened
 * @param wishedInstitution code of the institution the reporter chose, if any
 * @param category {@code CATEGORY} or {@code CATEGORY/SUBCATEGORY} of LAPOR!'s list, if chosen
 * @param occurredOn day it happened, if stated
 * @param privacy visibility of the report and of its reporter
 * @param attachments photos and documents, at most 10, in the reporter's order; absent without any
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
        ReportPrivacySettings privacy,
        Optional<List<ReportAttachment>> attachments) {

    public SubmittedReport {
        attachments = attachments.filter(each -> !each.isEmpty()).map(List::copyOf);
    }

    /** Without attachments. */
    public SubmittedReport(
            IntakeChannel door,
            ComplaintKind kind,
            String title,
            String text,
            ReportedLocation place,
            Optional<String> wishedInstitution,
            Optional<String> category,
            Optional<LocalDate> occurredOn,
            ReportPrivacySettings privacy) {
        this(door, kind, title, text, place, wishedInstitution, category, occurredOn, privacy, Optional.empty());
    }

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
        return new SubmittedReport(
                door, other, title, text, place, wishedInstitution, category, occurredOn, privacy, attachments);
    }

    public SubmittedReport withTitle(String other) {
        return new SubmittedReport(
                door, kind, other, text, place, wishedInstitution, category, occurredOn, privacy, attachments);
    }

    public SubmittedReport withPlace(ReportedLocation other) {
        return new SubmittedReport(
                door, kind, title, text, other, wishedInstitution, category, occurredOn, privacy, attachments);
    }

    public SubmittedReport withPrivacy(ReportPrivacySettings other) {
        return new SubmittedReport(
                door, kind, title, text, place, wishedInstitution, category, occurredOn, other, attachments);
    }

    public SubmittedReport withAttachments(List<ReportAttachment> other) {
        return new SubmittedReport(
                door, kind, title, text, place, wishedInstitution, category, occurredOn, privacy, Optional.of(other));
    }

    /** The attachment of a number, counted from 1. */
    public Optional<ReportAttachment> attachment(int number) {
        return attachments.filter(each -> number >= 1 && number <= each.size()).map(each -> each.get(number - 1));
    }

    /**
     * Place of the incident as the reporter stated it.
     *
     * @param regionCode Kemendagri code of a province ({@code 33}) or kabupaten/kota ({@code 33.74})
     * @param description free text
     * @param point location reported by the reporter's device, if sent
     */
    public record ReportedLocation(
            Optional<String> regionCode, Optional<String> description, Optional<GeoCoordinates> point) {

        public static final ReportedLocation UNKNOWN = new ReportedLocation(Optional.empty(), Optional.empty());

        public ReportedLocation(Optional<String> regionCode, Optional<String> description) {
            this(regionCode, description, Optional.empty());
        }
    }

    /**
     * Geographic coordinates, WGS 84.
     *
     * @param latitude degrees, north is positive
     * @param longitude degrees, east is positive
     */
    public record GeoCoordinates(double latitude, double longitude) {}

    /**
     * Privacy settings of a report.
     *
     * @param anonymous Anonim: the reporter's name is hidden from the institution
     * @param confidential Rahasia: the report is hidden from the public
     * @param reachableBy channel for notifications; the address itself is in the topic {@code reporters} only
     */
    public record ReportPrivacySettings(boolean anonymous, boolean confidential, ContactChannel reachableBy) {

        public static final ReportPrivacySettings OPEN = new ReportPrivacySettings(false, false, ContactChannel.NONE);
    }
}
