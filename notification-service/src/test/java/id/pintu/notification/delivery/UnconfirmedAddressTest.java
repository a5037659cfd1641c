package id.pintu.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.mail.EmailChannel;
import id.pintu.notification.mail.MailSenderFixture;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import id.pintu.notification.notice.NoticeType;
import id.pintu.notification.notice.PendingNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnconfirmedAddressTest {

    private static final ComplaintEventFixture EVENTS = ComplaintEventFixture.of("unconfirmed");

    @ParameterizedTest
    @EnumSource(
            value = NoticeType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SUBMITTED", "CONFIRM_ADDRESS"})
    void onlyTheReceiptGoesToAnAddressThatNobodyConfirmed(NoticeType type) {
        ReporterContact contact = contact(Optional.of(false), Optional.empty());

        // Nothing listens on port 1, so that a mail that is sent throws.
        EmailChannel channel = new EmailChannel(
                MailSenderFixture.forPort(1), NotificationServiceFixture.RENDERER, "SP4N <noreply@lapor.example>");
        assertThat(channel.deliver(notice(type), contact)).isEqualTo(new Undeliverable("address-not-confirmed"));
        assertThat(EmailConfirmationPolicy.permits(notice(NoticeType.SUBMITTED), contact))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}, confirmed {1}, telephone {2}, after {3} days: waits {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "ROUTED,    false, -,              0,  true",
                "ROUTED,    false, -,              13, true",
                "ROUTED,    false, -,              14, false",
                "ROUTED,    false, +628110000001,  0,  false",
                "ROUTED,    false, +62215550001,   0,  true",
                "ROUTED,    true,  -,              0,  false",
                "ROUTED,    -,     -,              0,  false",
                "SUBMITTED, false, -,              0,  false",
            })
    void anotherNoticeWaitsUnlessItCanGoByTelephone(
            NoticeType type, @Nullable Boolean confirmed, @Nullable String phone, int days, boolean waits) {
        Instant now = ComplaintEventFixture.START.plus(Duration.ofDays(days));
        ReporterContact contact = contact(Optional.ofNullable(confirmed), Optional.ofNullable(phone));

        assertThat(EmailConfirmationPolicy.mustWait(notice(type), contact, now)).isEqualTo(waits);
    }

    private static PendingNotice notice(NoticeType type) {
        return new PendingNotice(
                EVENTS.submitted(ContactChannel.EMAIL).id(),
                EVENTS.id(),
                EVENTS.id(),
                type,
                Map.of("institution", "Kota Semarang", "why", "a", "whyEn", "b"),
                ComplaintEventFixture.START);
    }

    private static ReporterContact contact(Optional<Boolean> confirmed, Optional<String> phone) {
        return new ReporterContact(Optional.empty(), Optional.of("siti@example.id"), phone, confirmed);
    }
}
