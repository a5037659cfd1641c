package id.pintu.notification.message;

import id.pintu.events.ComplaintId;
import id.pintu.events.InstitutionContact.ContactLanguage;
import id.pintu.events.InstitutionRef;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.notification.institutions.ExpiredClocks;
import id.pintu.notification.institutions.ExpiredClocks.ExpiredClock;
import id.pintu.notification.institutions.InstitutionDigest;
import id.pintu.notification.institutions.InstitutionDigest.DigestSection;
import id.pintu.notification.institutions.InstitutionMail;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Renderer of mails to institutions, from the templates in {@code notification/message}. They have numbers, deadlines and links,
 * and nothing that a person wrote: a text may name its reporter, and a mailbox is read by others.
 */
public final class InstitutionMailRenderer {

    /** Most clocks that a mail lists. */
    private static final int MAX_LISTED = 50;

    private static final Locale INDONESIAN = Locale.of("id");

    /** In Indonesian for both languages: only its locale has the zone names WIB, WITA and WIT. */
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern(" z", INDONESIAN);

    private final String portal;
    private final NoticeTemplateFile digestTemplate = NoticeTemplateFile.read("institution-digest");
    private final NoticeTemplateFile expiredTemplate = NoticeTemplateFile.read("institution-expired");

    /**
     * @param portal base URL of the inbox of institutions; the code is added as {@code /instansi/D.33.74}
     */
    public InstitutionMailRenderer(URI portal) {
        this.portal = portal.toString().replaceAll("/+$", "");
    }

    /** Renders a mail in the language of its recipient. */
    public EmailContent render(InstitutionMail mail) {
        String language = languageOf(mail);
        return switch (mail.content()) {
            case InstitutionDigest digest -> render(digestTemplate, language, variables(digest, language));
            case ExpiredClocks expired -> render(expiredTemplate, language, variables(expired, language));
        };
    }

    /** Language of a mail, {@code id} or {@code en}. */
    public String languageOf(InstitutionMail mail) {
        return mail.to().language() == ContactLanguage.EN ? "en" : "id";
    }

    private static EmailContent render(NoticeTemplateFile template, String language, Map<String, Object> variables) {
        return new EmailContent(
                template.render("subject_" + language, variables),
                template.render("text_" + language, variables) + "\n");
    }

    private Map<String, Object> variables(InstitutionDigest digest, String language) {
        Map<String, Object> variables = commonVariables(digest.institution());
        variables.put(
                "day",
                DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", locale(language))
                        .format(digest.day()));
        variables.put("due", digest.due());
        putSection(variables, "overdue", digest.overdue(), digest.institution(), language);
        putSection(variables, "today", digest.today(), digest.institution(), language);
        putSection(variables, "soon", digest.soon(), digest.institution(), language);
        putSection(variables, "fresh", digest.fresh(), digest.institution(), language);
        return variables;
    }

    private void putSection(
            Map<String, Object> variables,
            String name,
            DigestSection section,
            InstitutionRef institution,
            String language) {
        if (section.count() > 0) {
            Map<String, Object> shown = new HashMap<>();
            shown.put("count", section.count());
            shown.put(
                    "items",
                    section.first().stream()
                            .map(item -> line(item.id(), item.clock(), item.dueAt(), institution, language))
                            .toList());
            putRest(shown, section.count() - section.first().size());
            variables.put(name, shown);
        }
    }

    private Map<String, Object> variables(ExpiredClocks expired, String language) {
        List<ExpiredClock> latest = expired.latest();
        Map<String, Object> variables = commonVariables(expired.institution());
        variables.put("count", latest.size());
        variables.put(
                "items",
                latest.stream()
                        .limit(MAX_LISTED)
                        .map(clock -> line(clock, expired.institution(), language))
                        .toList());
        putRest(variables, latest.size() - MAX_LISTED);
        return variables;
    }

    private Map<String, Object> line(ExpiredClock expired, InstitutionRef institution, String language) {
        Map<String, Object> line = line(expired.id(), expired.type(), expired.dueAt(), institution, language);
        if (expired.expiry().level() > 1) {
            line.put("level", expired.expiry().level());
        }
        return line;
    }

    private Map<String, Object> line(
            ComplaintId id, SlaClockType clock, Instant dueAt, InstitutionRef institution, String language) {
        Map<String, Object> line = new HashMap<>();
        line.put("number", id.value());
        line.put("verification", clock == SlaClockType.INSTITUTION_VERIFICATION);
        line.put("dueAt", moment(dueAt.atZone(institution.zone()), language));
        line.put("link", inbox(institution) + "/" + id.value());
        return line;
    }

    private Map<String, Object> commonVariables(InstitutionRef institution) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("institution", institution.name().replaceAll("\\s+", " ").strip());
        variables.put("inbox", inbox(institution));
        return variables;
    }

    private String inbox(InstitutionRef institution) {
        return portal + "/instansi/" + institution.code();
    }

    private static void putRest(Map<String, Object> variables, int rest) {
        if (rest > 0) {
            variables.put("more", rest);
        }
    }

    private static String moment(ZonedDateTime moment, String language) {
        String pattern = language.equals("en") ? "EEE d MMM HH:mm" : "EEE d MMM HH.mm";
        return DateTimeFormatter.ofPattern(pattern, locale(language)).format(moment) + ZONE.format(moment);
    }

    private static Locale locale(String language) {
        return language.equals("en") ? Locale.ENGLISH : INDONESIAN;
    }
}
