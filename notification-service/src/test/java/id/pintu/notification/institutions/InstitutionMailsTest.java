package id.pintu.notification.institutions;

import static id.pintu.events.InstitutionContact.ContactRole.ADMIN;
import static id.pintu.events.InstitutionContact.ContactRole.HEAD;
import static id.pintu.events.InstitutionContact.ContactRole.LIAISON;
import static id.pintu.events.SlaEvent.SlaClockType.INSTITUTION_VERIFICATION;
import static id.pintu.notification.institutions.InstitutionEvents.SEMARANG;
import static id.pintu.notification.institutions.InstitutionEvents.at;
import static id.pintu.notification.institutions.InstitutionEvents.contact;
import static id.pintu.notification.institutions.InstitutionEvents.fold;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.InstitutionContact;
import id.pintu.events.InstitutionContact.ContactRole;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InstitutionMailsTest {

    private static final MailHours HOURS = new MailHours(LocalTime.of(7, 0), LocalTime.of(20, 0), LocalTime.of(6, 0));
    private static final List<InstitutionContact> ALL = List.of(
            contact(LIAISON, "2026-01-01T00:00"),
            contact(ADMIN, "2026-01-01T00:00"),
            contact(HEAD, "2026-01-01T00:00"));

    private final Map<ComplaintId, InstitutionCase> cases = new LinkedHashMap<>();
    private final Set<UUID> told = new HashSet<>();

    @Test
    void whatRunsOutInOneMinuteIsOneMailToLiaisonAndAdminWhenTheMinuteIsOver() {
        late("one", 1, "liaison", "2026-11-26T16:00:01");
        late("two", 1, "liaison", "2026-11-26T16:00:59");
        late("three", 1, "liaison", "2026-11-26T16:01:00");

        assertThat(mails("2026-11-26T16:00:59")).isEmpty();
        List<InstitutionMail> mails = mails("2026-11-26T16:01:05");
        assertThat(roles(mails)).containsExactly(LIAISON, ADMIN);
        assertThat(mails).allSatisfy(mail -> assertThat(mail.events()).hasSize(2));
        assertThat(mails("2026-11-26T16:02:05")).hasSize(4);
    }

    @Test
    void theHeadIsToldOfEscalationsToTheHead() {
        late("one", 3, "institution-head", "2026-11-26T16:00");

        assertThat(roles(mails("2026-11-26T16:02"))).containsExactly(LIAISON, ADMIN, HEAD);
    }

    @Test
    void whatRunsOutAtNightWaitsAndIsOneMailInTheMorning() {
        late("evening", 1, "liaison", "2026-11-26T20:30");
        late("night", 1, "liaison", "2026-11-27T03:00");

        assertThat(mails("2026-11-26T20:32")).isEmpty();
        assertThat(mails("2026-11-27T05:59:59")).isEmpty();
        assertThat(mails("2026-11-27T06:00:05"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.events()).hasSize(2));
    }

    @Test
    void whatCouldNotBeSentBeforeTheNightWaitsForTheMorning() {
        late("one", 1, "liaison", "2026-11-26T19:30");

        assertThat(mails("2026-11-26T20:00")).isEmpty();
        assertThat(mails("2026-11-27T06:00")).hasSize(2);
    }

    @Test
    void nobodyIsToldTwiceOrOfWhatWasBeforeOrIsOld() {
        UUID event = late("one", 1, "liaison", "2026-11-26T16:00");
        told.add(event);
        assertThat(mails("2026-11-26T16:02")).isEmpty();

        late("two", 1, "liaison", "2026-11-26T16:00");
        assertThat(mails("2026-11-29T16:00")).hasSize(2);
        assertThat(mails("2026-11-29T16:01")).isEmpty();
        assertThat(mails("2026-11-26T16:02", List.of(contact(LIAISON, "2026-11-26T16:01"))))
                .isEmpty();
    }

    @Test
    void theSameMailHasTheSameIdAndAnotherRecipientAnotherOne() {
        late("one", 1, "liaison", "2026-11-26T16:00");

        List<InstitutionMail> first = mails("2026-11-26T16:02");
        List<InstitutionMail> second = mails("2026-11-26T18:00");

        assertThat(second)
                .extracting(InstitutionMail::id)
                .isEqualTo(first.stream().map(InstitutionMail::id).toList());
        assertThat(first).extracting(InstitutionMail::id).doesNotHaveDuplicates();
    }

    @Test
    void toStringHasNoAddress() {
        late("one", 1, "liaison", "2026-11-26T16:00");

        assertThat(mails("2026-11-26T16:02").toString()).doesNotContain("@").contains("D.33.74");
    }

    private UUID late(String name, int level, String to, String at) {
        InstitutionEvents events = InstitutionEvents.of(name);
        var missed = events.missed(INSTITUTION_VERIFICATION, level, to, at);
        cases.put(
                events.id(),
                fold(
                        events.routed("2026-11-20T09:00"),
                        events.set(INSTITUTION_VERIFICATION, "2026-11-25T16:00", "2026-11-20T09:00"),
                        missed));
        return missed.id();
    }

    private List<InstitutionMail> mails(String now) {
        return mails(now, ALL);
    }

    private List<InstitutionMail> mails(String now, List<InstitutionContact> contacts) {
        Instant moment = at(now);
        return InstitutionMails.ofExpired(
                SEMARANG,
                cases,
                contacts,
                HOURS,
                moment.minusSeconds(3 * 86_400),
                moment,
                contact -> contact.role().name(),
                (recipient, event) -> told.contains(event));
    }

    private static List<ContactRole> roles(List<InstitutionMail> mails) {
        return mails.stream().map(mail -> mail.to().role()).toList();
    }
}
