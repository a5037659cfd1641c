package id.pintu.portal.inbox;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SubmittedReport;
import java.time.Instant;
import java.util.Optional;

/**
 * What the inbox keeps of a report.
 *
 * @param title may be empty
 * @param text its first 1,000 characters: enough for a list and for finding it by a word
 * @param place free text
 * @param regionCode Kemendagri code
 * @param anonymous Anonim: the reporter's name is hidden from the institution
 * @param confidential Rahasia: the report is hidden from the public, not from the institution
 */
public record InboxReport(
        ComplaintKind kind,
        String title,
        String text,
        Optional<String> place,
        Optional<String> regionCode,
        boolean anonymous,
        boolean confidential,
        Instant submittedAt) {

    private static final int MAX_TEXT = 1_000;

    static InboxReport of(SubmittedReport report, Instant submittedAt) {
        return new InboxReport(
                report.kind(),
                report.title(),
                beginning(report.text()),
                report.place().description(),
                report.place().regionCode(),
                report.privacy().anonymous(),
                report.privacy().confidential(),
                submittedAt);
    }

    private static String beginning(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end);
    }

    InboxReport withKind(ComplaintKind other) {
        return new InboxReport(other, title, text, place, regionCode, anonymous, confidential, submittedAt);
    }
}
