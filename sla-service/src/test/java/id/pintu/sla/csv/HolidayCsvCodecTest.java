package id.pintu.sla.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.pintu.sla.calendar.CalendarDecree;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

class HolidayCsvCodecTest {

    @Test
    void theTableContainsTheDecreedYears() {
        List<LocalDate> holidays = HolidayCsvCodec.read(new ClassPathResource("sla/holidays.csv")).stream()
                .flatMap(decree -> decree.days().stream())
                .map(CalendarDecree.DecreedDay::date)
                .toList();
        assertThat(holidays).extracting(LocalDate::getYear).containsOnly(2023, 2024, 2025, 2026, 2027);
        assertThat(holidays)
                .contains(LocalDate.parse("2026-03-19"), LocalDate.parse("2026-03-24"), LocalDate.parse("2025-08-18"));
    }

    @Test
    void rowsOfOneSourceAndScopeAreOneDecreeAndSurviveARoundTrip() {
        List<CalendarDecree> decrees = HolidayCsvCodec.read(table("""
                date,name,kind,source,scope
                2026-01-01,Tahun Baru,libur_nasional,SKB,
                2026-01-16,"Isra, Mikraj",libur_nasional,SKB,
                2026-02-18,Hari Jadi,libur_daerah,SE Gubernur,51
                """));
        assertThat(decrees)
                .extracting(
                        CalendarDecree::name,
                        CalendarDecree::scope,
                        decree -> decree.days().size())
                .containsExactly(tuple("SKB", "", 2), tuple("SE Gubernur", "51", 1));
        assertThat(HolidayCsvCodec.read(table(HolidayCsvCodec.write(decrees)))).isEqualTo(decrees);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/2/2026,Imlek,libur_nasional,SKB", "2026-02-01,Imlek,party,SKB"})
    void anInvalidRowIsRejectedWithItsLineNumber(String row) {
        assertThatThrownBy(() -> HolidayCsvCodec.read(
                        table("date,name,kind,source\n2026-01-01,Tahun Baru,libur_nasional,SKB\n" + row + "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> HolidayCsvCodec.read(table("day\n2026-01-01\n")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Resource table(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
    }
}
