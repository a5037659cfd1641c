package id.pintu.sla.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

class HolidayTableTest {

    @Test
    void theDecreedYearsAreThere() {
        Set<LocalDate> holidays = HolidayTable.read(new ClassPathResource("sla/holidays.csv"));
        assertThat(holidays).extracting(LocalDate::getYear).containsOnly(2023, 2024, 2025, 2026, 2027);
        assertThat(holidays)
                .contains(LocalDate.parse("2026-03-19"), LocalDate.parse("2026-03-24"), LocalDate.parse("2025-08-18"));
    }

    @Test
    void aRowWithoutADateIsRefusedByItsLine() {
        assertThatThrownBy(() -> HolidayTable.read(table("date,name\n2026-01-01,Tahun Baru\n1/2/2026,Imlek\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> HolidayTable.read(table("day\n2026-01-01\n")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Resource table(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
    }
}
