package id.pintu.notification.institutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailHoursTest {

    private static final MailHours HOURS = new MailHours(LocalTime.of(7, 0), LocalTime.of(20, 0), LocalTime.of(6, 0));

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00:00, 2026-11-23T10:01",
        "2026-11-23T10:00:59, 2026-11-23T10:01",
        "2026-11-23T19:58:30, 2026-11-23T19:59",
        "2026-11-23T19:59:00, 2026-11-24T06:00",
        "2026-11-23T23:30:00, 2026-11-24T06:00",
        "2026-11-24T00:00:00, 2026-11-24T06:00",
        "2026-11-24T05:58:59, 2026-11-24T06:00",
        "2026-11-24T05:59:00, 2026-11-24T06:00",
        "2026-11-24T06:00:00, 2026-11-24T06:01"
    })
    void tellsAfterTheMinuteAndNeverAtNight(String happened, String told) {
        for (String zone : new String[] {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"}) {
            assertThat(HOURS.tellAt(local(happened, zone), ZoneId.of(zone))).isEqualTo(local(told, zone));
        }
    }

    @Property
    void neverTellsAtNightNorLaterThanTheMorning(@ForAll @IntRange(max = 172_800) int second) {
        ZoneId zone = ZoneId.of("Asia/Makassar");
        Instant happened = Instant.parse("2026-11-23T00:00:00Z").plusSeconds(second);

        Instant told = HOURS.tellAt(happened, zone);

        assertThat(HOURS.isNight(told, zone)).isFalse();
        assertThat(told).isAfter(happened).isBefore(happened.plusSeconds(10 * 3_600 + 120));
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta, 2026-11-23T00:00:00Z",
        "Asia/Makassar, 2026-11-22T23:00:00Z",
        "Asia/Jayapura, 2026-11-22T22:00:00Z"
    })
    void theDigestIsDueInTheTimeOfTheInstitution(String zone, Instant due) {
        assertThat(HOURS.digestAt(LocalDate.of(2026, 11, 23), ZoneId.of(zone))).isEqualTo(due);
    }

    @Test
    void aNightMayBeginAfterMidnightOrNotBeAtAll() {
        ZoneId zone = ZoneId.of("Asia/Jakarta");
        MailHours late = new MailHours(LocalTime.of(7, 0), LocalTime.of(1, 0), LocalTime.of(5, 0));
        assertThat(late.isNight(local("2026-11-23T00:30:00", "Asia/Jakarta"), zone))
                .isFalse();
        assertThat(late.isNight(local("2026-11-23T04:59:00", "Asia/Jakarta"), zone))
                .isTrue();
        MailHours none = new MailHours(LocalTime.of(7, 0), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertThat(none.isNight(local("2026-11-23T00:00:00", "Asia/Jakarta"), zone))
                .isFalse();
    }

    @Test
    void refusesADigestInTheNight() {
        assertThatThrownBy(() -> new MailHours(LocalTime.of(5, 0), LocalTime.of(20, 0), LocalTime.of(6, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("05:00");
    }

    private static Instant local(String time, String zone) {
        return LocalDateTime.parse(time).atZone(ZoneId.of(zone)).toInstant();
    }
}
