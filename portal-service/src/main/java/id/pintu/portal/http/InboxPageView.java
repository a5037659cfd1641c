package id.pintu.portal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.portal.inbox.InboxAssignment;
import id.pintu.portal.inbox.InboxEntry;
import id.pintu.portal.inbox.InboxList;
import id.pintu.portal.inbox.InboxReport;
import id.pintu.portal.inbox.InboxStage;
import id.pintu.portal.institution.InboxQueryService.InboxListPage;
import id.pintu.portal.mongo.InboxRepository.InboxItem;
import id.pintu.support.privacy.PersonalDataMasker;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON of one page of an inbox.
 *
 * @param next cursor of the page after; absent on the last one
 * @param counts how many there are in each list, by its name, up to 1,000
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record InboxPageView(List<InboxComplaintView> complaints, Optional<String> next, Map<String, Integer> counts) {

    /**
     * JSON of one complaint in an inbox.
     *
     * @param text its first 1,000 characters
     * @param overdue whether the deadline has passed
     * @param incident number of the first complaint about the same incident, when this one repeats it
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record InboxComplaintView(
            ComplaintId complaintId,
            InboxStage stage,
            ComplaintKind kind,
            String title,
            String text,
            Optional<String> place,
            Optional<String> regionCode,
            boolean anonymous,
            boolean confidential,
            boolean contested,
            Instant submittedAt,
            Instant assignedAt,
            Optional<String> unit,
            Optional<String> assignee,
            Optional<SlaClockType> clock,
            Optional<Instant> dueAt,
            boolean overdue,
            Optional<ComplaintId> incident) {

        private static InboxComplaintView of(InboxItem item, Instant now) {
            InboxEntry entry = item.entry();
            InboxReport report = entry.report().orElseThrow();
            InboxAssignment assignment = entry.assignment().orElseThrow();
            Optional<InboxEntry.InboxDeadline> deadline = entry.nextDeadline();
            return new InboxComplaintView(
                    item.id(),
                    entry.stage(),
                    report.kind(),
                    PersonalDataMasker.mask(report.title()),
                    PersonalDataMasker.mask(report.text()),
                    report.place().map(PersonalDataMasker::mask),
                    report.regionCode(),
                    report.anonymous(),
                    report.confidential(),
                    entry.times().contested(),
                    report.submittedAt(),
                    assignment.since(),
                    assignment.unit(),
                    assignment.account(),
                    deadline.map(InboxEntry.InboxDeadline::clock),
                    deadline.map(InboxEntry.InboxDeadline::dueAt),
                    deadline.filter(due -> due.dueAt().isBefore(now)).isPresent(),
                    entry.incident());
        }
    }

    static InboxPageView of(InboxListPage page, Map<InboxList, Integer> counts, Instant now) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        counts.forEach((list, count) -> byName.put(list.wireName(), count));
        return new InboxPageView(
                page.items().stream()
                        .map(item -> InboxComplaintView.of(item, now))
                        .toList(),
                page.next(),
                byName);
    }
}
