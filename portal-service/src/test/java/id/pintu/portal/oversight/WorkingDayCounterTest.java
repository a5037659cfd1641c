package id.pintu.portal.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of counting working days between two instants. Thursday, 19 March 2026, is a holiday. */
class WorkingDayCounterTest {

    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta, 2026-03-16T02:00:00Z, 2026-03-16T09:00:00Z, 0",
        "Asia/Jakarta, 2026-03-16T02:00:00Z, 2026-03-18T02:00:00Z, 2",
        "Asia/Jakarta, 2026-03-18T02:00:00Z, 2026-03-20T02:00:00Z, 1",
        "Asia/Jakarta, 2026-03-20T02:00:00Z, 2026-03-22T02:00:00Z, 0",
        "Asia/Jakarta, 2026-03-16T16:59:00Z, 2026-03-16T17:01:00Z, 1",
        "Asia/Jayapura, 2026-03-16T16:59:00Z, 2026-03-16T17:01:00Z, 0",
        "Asia/Jakarta, 2026-03-18T02:00:00Z, 2026-03-16T02:00:00Z, 0",
        "Asia/Jakarta, 1999-01-01T00:00:00Z, 2000-01-03T02:00:00Z, 1"
    })
    void countsTheDaysAfterTheFirstOne(String zone, String from, String to, int days) {
        WorkingDayCounter calendar =
                WorkingDayCounter.of(ZoneId.of(zone), LedgerReading::isWorkingDay, LocalDate.of(2026, 12, 31));

        assertThat(calendar.between(FactTime.of(Instant.parse(from)), FactTime.of(Instant.parse(to))))
                .isEqualTo(days);
    }
}
