package id.pintu.portal.pages.inbox;

import id.pintu.portal.inbox.InboxAssignment;
import id.pintu.portal.inbox.InboxEntry;
import id.pintu.portal.inbox.InboxReport;
import id.pintu.portal.mongo.InboxRepository.InboxItem;
import id.pintu.support.calendars.WorkingDays;
import id.pintu.support.privacy.PersonalDataMasker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * View of one complaint in a list. Personal data in what the reporter wrote is masked: a list is no look at a report.
 *
 * @param title of the report, or the beginning of its text
 * @param excerpt beginning of the text; empty when it is the title
 * @param stage key of the message how far it is
 * @param badges last parts of the keys of its badges
 * @param unit that has it; may be empty
 * @param mine whether the officer has it in hand
 */
record DisplayedInboxItem(
        String number,
        String url,
        String title,
        String excerpt,
        String kind,
        String stage,
        List<String> badges,
        String place,
        String unit,
        boolean mine,
        Optional<DisplayedDue> due) {

    private static final int MAX_TITLE = 110;
    private static final int MAX_EXCERPT = 180;

    static DisplayedInboxItem of(
            InboxItem item,
            InboxPageAddress address,
            String account,
            Instant now,
            WorkingDays calendar,
            Locale locale) {
        InboxEntry entry = item.entry();
        InboxReport report = entry.report().orElseThrow();
        InboxAssignment assignment = entry.assignment().orElseThrow();
        boolean titled = !report.title().isBlank();
        return new DisplayedInboxItem(
                item.id().value(),
                address.caseUrl(item.id().value(), locale),
                shortened(titled ? report.title() : report.text(), MAX_TITLE),
                titled ? shortened(report.text(), MAX_EXCERPT) : "",
                "kind." + wireName(report.kind()),
                "inbox.stage." + wireName(entry.stage()),
                badges(entry),
                report.place().map(place -> shortened(place, MAX_TITLE)).orElse(""),
                assignment.unit().orElse(""),
                assignment.account().filter(account::equals).isPresent(),
                entry.nextDeadline()
                        .map(due -> DisplayedDue.of(
                                due.dueAt(), now, assignment.institution().zone(), calendar, locale)));
    }

    static List<String> badges(InboxEntry entry) {
        List<String> badges = new ArrayList<>();
        entry.report().ifPresent(report -> {
            if (report.confidential()) {
                badges.add("confidential");
            }
            if (report.anonymous()) {
                badges.add("anonymous");
            }
        });
        if (entry.times().contested()) {
            badges.add("contested");
        }
        if (entry.incident().isPresent()) {
            badges.add("repeat");
        }
        return badges;
    }

    static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shortened(String text, int most) {
        String masked = PersonalDataMasker.mask(text.strip());
        return masked.length() <= most ? masked : masked.substring(0, most).strip() + "…";
    }
}
