package id.pintu.sla.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * Query parameters that limit oversight figures to reports received in a period.
 *
 * @param from first day, in WIB
 * @param to last day, in WIB
 */
record OversightPeriodParams(
        @Schema(defaultValue = "2000-01-01") @DateTimeFormat(iso = ISO.DATE)
        LocalDate from,

        @Schema(defaultValue = "2099-12-31") @DateTimeFormat(iso = ISO.DATE)
        LocalDate to) {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    OversightPeriodParams(@Nullable LocalDate from, @Nullable LocalDate to) {
        this.from = from == null ? FIRST_DAY : from;
        this.to = to == null ? LAST_DAY : to;
    }
}
