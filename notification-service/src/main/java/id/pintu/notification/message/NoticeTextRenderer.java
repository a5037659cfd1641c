package id.pintu.notification.message;

import com.samskivert.mustache.Template;
import id.pintu.events.ReporterContact;
import id.pintu.notification.notice.NoticeType;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.support.contacts.EmailConfirmationCodes;
import id.pintu.support.contacts.PersonName;
import id.pintu.support.contacts.ReporterLinkCodes;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Renderer of notices as e-mail and SMS text, from the templates in {@code notification/message}. */
public final class NoticeTextRenderer {

    /** What the SMS templates leave of 160 characters. */
    private static final int MAX_PORTAL_LENGTH = 45;

    private final String portal;
    private final EmailConfirmationCodes codes;
    private final ReporterLinkCodes links;
    private final Template emailTemplate = NoticeTemplateFile.readTemplate("email");
    private final Map<NoticeType, NoticeTemplateFile> templates = new EnumMap<>(NoticeType.class);

    /**
     * @param portal base URL of the portal, to which {@code /l/K7QX…/gvx…} is added: the tracking page, with the rights of the reporter
     * @param codes for the links that confirm an e-mail address
     * @param links for the links that open the tracking page
     * @throws IllegalArgumentException when {@code portal} is longer than 45 characters, too long for an SMS
     */
    public NoticeTextRenderer(URI portal, EmailConfirmationCodes codes, ReporterLinkCodes links) {
        this.codes = codes;
        this.links = links;
        this.portal = portal.toString().replaceAll("/+$", "");
        if (this.portal.length() > MAX_PORTAL_LENGTH) {
            throw new IllegalArgumentException(
                    "the portal's URL may have at most " + MAX_PORTAL_LENGTH + " characters");
        }
        for (NoticeType type : NoticeType.values()) {
            templates.put(type, NoticeTemplateFile.read(type.templateName()));
        }
    }

    /** Renders the notice in Indonesian, followed by English. */
    public EmailContent renderEmail(PendingNotice notice, ReporterContact contact) {
        Map<String, String> facts = facts(notice, isConfirmed(contact) ? reporterLink(notice) : trackingLink(notice));
        String subject = "[" + notice.complaintId() + "] " + renderPart(notice, "subject", facts);
        Map<String, String> variables = new HashMap<>(facts);
        if (isConfirmed(contact)) {
            variables.put("personal", "");
        }
        variables.put("indonesian", renderPart(notice, "id", facts));
        variables.put("english", renderPart(notice, "en", facts));
        contact.name()
                .map(NoticeTextRenderer::oneLine)
                .flatMap(PersonName::parse) // a name from before names were checked could be a link
                .ifPresent(name -> variables.put("name", name.value()));
        confirmationLink(notice, contact).ifPresent(link -> variables.put("confirm", link));
        return new EmailContent(subject, emailTemplate.execute(variables));
    }

    private Optional<String> confirmationLink(PendingNotice notice, ReporterContact contact) {
        return contact.email()
                .filter(email -> notice.type().asksToConfirmAddress() && !isConfirmed(contact))
                .map(email -> portal + "/konfirmasi?nomor="
                        + notice.contactComplaintId().value() + "&kode="
                        + codes.codeFor(notice.contactComplaintId(), email));
    }

    /** Renders the notice in Indonesian, with at most 160 characters of the basic GSM alphabet: one SMS. */
    public String renderSms(PendingNotice notice) {
        return SmsShortener.shorten(facts(notice, reporterLink(notice)), facts -> renderPart(notice, "sms", facts));
    }

    private String renderPart(PendingNotice notice, String part, Map<String, String> facts) {
        NoticeTemplateFile template = templates.get(notice.type());
        if (template == null) {
            throw new IllegalStateException("no template for " + notice.type());
        }
        return template.render(part, facts);
    }

    private Map<String, String> facts(PendingNotice notice, String link) {
        Map<String, String> facts = new HashMap<>(notice.facts());
        facts.put("number", notice.complaintId().value());
        facts.put("link", link);
        return facts;
    }

    /** An address that was never confirmed may be a stranger's, who must not act for the reporter. */
    private static boolean isConfirmed(ReporterContact contact) {
        return contact.emailConfirmed().orElse(true);
    }

    private String trackingLink(PendingNotice notice) {
        return portal + "/lacak?nomor=" + notice.complaintId().value();
    }

    private String reporterLink(PendingNotice notice) {
        return portal + "/l/" + notice.complaintId().value().replace("-", "") + "/"
                + links.codeFor(notice.complaintId(), notice.at());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
