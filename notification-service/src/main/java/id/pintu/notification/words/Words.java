package id.pintu.notification.words;

import com.samskivert.mustache.Template;
import id.pintu.notification.notice.Notice;
import id.pintu.notification.notice.Reporter;
import id.pintu.notification.notice.Step;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Puts a notice into words, from the files in {@code notification/words}. */
public final class Words {

    /** What 160 characters leave for it. */
    private static final int LONGEST_PORTAL = 45;

    private final String portal;
    private final Template letter = Phrases.template("letter");
    private final Map<Step, Phrases> phrases = new EnumMap<>(Step.class);

    /**
     * @param portal where reporters follow their reports; the number is added as {@code /lacak?nomor=K7QX-…}
     * @throws IllegalArgumentException when the portal's address is too long for an SMS
     */
    public Words(URI portal) {
        this.portal = portal.toString().replaceAll("/+$", "");
        if (this.portal.length() > LONGEST_PORTAL) {
            throw new IllegalArgumentException("the portal's address may have " + LONGEST_PORTAL + " characters");
        }
        for (Step step : Step.values()) {
            phrases.put(step, Phrases.read(step.fileName()));
        }
    }

    /** Indonesian first, English second. */
    public Letter letter(Notice notice, Reporter reporter) {
        Map<String, String> facts = facts(notice);
        String subject = "[" + notice.complaintId() + "] " + say(notice, "subject", facts);
        Map<String, String> frame = new HashMap<>(facts);
        frame.put("indonesian", say(notice, "id", facts));
        frame.put("english", say(notice, "en", facts));
        reporter.name().map(Words::oneLine).ifPresent(name -> frame.put("name", name));
        return new Letter(subject, letter.execute(frame));
    }

    /** Indonesian, at most 160 characters of the plain GSM alphabet: one SMS. */
    public String sms(Notice notice) {
        return ShortMessage.of(facts(notice), facts -> say(notice, "sms", facts));
    }

    private String say(Notice notice, String part, Map<String, String> facts) {
        Phrases words = phrases.get(notice.step());
        if (words == null) {
            throw new IllegalStateException("no words for " + notice.step());
        }
        return words.say(part, facts);
    }

    private Map<String, String> facts(Notice notice) {
        Map<String, String> facts = new HashMap<>(notice.facts());
        facts.put("number", notice.complaintId().value());
        facts.put("link", portal + "/lacak?nomor=" + notice.complaintId().value());
        return facts;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
