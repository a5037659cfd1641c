package id.pintu.notification.message;

import static id.pintu.events.SlaEvent.SlaClockType.FOLLOW_UP;
import static id.pintu.events.SlaEvent.SlaClockType.INSTITUTION_VERIFICATION;
import static id.pintu.notification.institutions.InstitutionEvents.at;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.InstitutionContact;
import id.pintu.events.InstitutionContact.ContactLanguage;
import id.pintu.events.InstitutionContact.ContactRole;
import id.pintu.events.InstitutionRef;
import id.pintu.notification.institutions.ClockExpiry;
import id.pintu.notification.institutions.ExpiredClocks;
import id.pintu.notification.institutions.ExpiredClocks.ExpiredClock;
import id.pintu.notification.institutions.InstitutionDigest;
import id.pintu.notification.institutions.InstitutionDigest.DigestItem;
import id.pintu.notification.institutions.InstitutionDigest.DigestSection;
import id.pintu.notification.institutions.InstitutionEvents;
import id.pintu.notification.institutions.InstitutionMail;
import id.pintu.notification.institutions.InstitutionMailContent;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InstitutionMailRendererTest {

    private static final InstitutionRef SEMARANG = InstitutionEvents.SEMARANG;
    private static final InstitutionEvents POTHOLE = InstitutionEvents.of("pothole");
    private static final InstitutionEvents LAMP = InstitutionEvents.of("lamp");
    private static final DigestSection NONE = new DigestSection(0, List.of());

    private final InstitutionMailRenderer renderer = new InstitutionMailRenderer(URI.create("http://localhost:8080"));

    @Test
    void rendersADigest() {
        InstitutionDigest digest = new InstitutionDigest(
                SEMARANG,
                LocalDate.of(2026, 11, 23),
                21,
                new DigestSection(
                        17, List.of(new DigestItem(POTHOLE.id(), INSTITUTION_VERIFICATION, at("2026-11-20T16:00")))),
                new DigestSection(1, List.of(new DigestItem(LAMP.id(), FOLLOW_UP, at("2026-11-23T16:00")))),
                NONE,
                NONE);

        EmailContent content = renderer.render(mail(ContactLanguage.ID, digest));

        assertThat(content.subject()).isEqualTo("17 lewat batas, 1 hari ini, Pemerintah Kota Semarang");
        assertThat(content.text()).isEqualTo("""
                Pemerintah Kota Semarang, Senin, 23 November 2026
                Laporan dengan batas waktu yang berjalan: 21

                LEWAT BATAS WAKTU (17)
                - POTHOLE, verifikasi, batas Jum 20 Nov 16.00 WIB
                  http://localhost:8080/instansi/D.33.74/POTHOLE
                - dan 16 lagi: http://localhost:8080/instansi/D.33.74?daftar=overdue

                JATUH TEMPO HARI INI (1)
                - LAMP, tindak lanjut, batas Sen 23 Nov 16.00 WIB
                  http://localhost:8080/instansi/D.33.74/LAMP

                Semua laporan: http://localhost:8080/instansi/D.33.74

                --
                SP4N-LAPOR! Pesan ini dikirim otomatis, mohon tidak dibalas.
                """.replace("POTHOLE", POTHOLE.id().value())
                .replace("LAMP", LAMP.id().value()));
    }

    @Test
    void rendersADigestInEnglish() {
        DigestSection one = new DigestSection(1, List.of(new DigestItem(LAMP.id(), FOLLOW_UP, at("2026-11-25T16:00"))));
        InstitutionDigest digest = new InstitutionDigest(SEMARANG, LocalDate.of(2026, 11, 23), 1, NONE, NONE, one, one);

        EmailContent content = renderer.render(mail(ContactLanguage.EN, digest));

        assertThat(content.subject()).isEqualTo("1 soon, 1 new, Pemerintah Kota Semarang");
        assertThat(content.text())
                .startsWith("Pemerintah Kota Semarang, Monday, 23 November 2026\n")
                .contains("DUE WITHIN TWO WORKING DAYS (1)\n- " + LAMP.id().value()
                        + ", follow-up, due Wed 25 Nov 16:00 WIB\n")
                .contains("NEW SINCE THE LAST WORKING DAY (1)")
                .doesNotContain("OVERDUE", "more");
    }

    @Test
    void listsAClockThatHasRunOutOnceWithItsHighestLevelInTheTimeOfTheInstitution() {
        InstitutionRef jayapura = new InstitutionRef("D.91.71", "Pemerintah Kota Jayapura", ZoneId.of("Asia/Jayapura"));
        ExpiredClocks expired =
                new ExpiredClocks(jayapura, List.of(expired(POTHOLE, 1), expired(POTHOLE, 2), expired(LAMP, 1)));

        EmailContent content = renderer.render(mail(ContactLanguage.ID, expired));

        assertThat(content.subject()).isEqualTo("2 batas waktu terlewati, Pemerintah Kota Jayapura");
        assertThat(content.text())
                .contains("- " + POTHOLE.id().value()
                        + ", tindak lanjut, batas Sen 23 Nov 16.00 WIT, eskalasi tingkat 2\n"
                        + "  http://localhost:8080/instansi/D.91.71/"
                        + POTHOLE.id().value() + "\n")
                .contains("- " + LAMP.id().value() + ", tindak lanjut, batas Sen 23 Nov 16.00 WIT\n")
                .containsOnlyOnce("- " + POTHOLE.id().value());
    }

    private static ExpiredClock expired(InstitutionEvents events, int level) {
        return new ExpiredClock(
                events.id(),
                FOLLOW_UP,
                at("2026-11-23T14:00"),
                new ClockExpiry(new UUID(level, events.hashCode()), level, false, at("2026-11-23T14:01")));
    }

    private static InstitutionMail mail(ContactLanguage language, InstitutionMailContent content) {
        return new InstitutionMail(
                new UUID(1, 2),
                new InstitutionContact(ContactRole.LIAISON, "a@b.id", language, at("2026-11-01T09:00")),
                "hash",
                content);
    }
}
