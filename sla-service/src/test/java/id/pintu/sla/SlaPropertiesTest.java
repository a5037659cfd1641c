package id.pintu.sla;

import static id.pintu.sla.calendar.DecreedCalendarFixture.WIB;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.calendar.OfficeHours;
import id.pintu.sla.policy.SlaPolicy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SlaPropertiesTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(SlaPropertiesTestConfiguration.class);

    @Test
    void theDefaultsAreTheNationalRules() {
        application.run(context -> {
            SlaProperties sla = context.getBean(SlaProperties.class);
            assertThat(sla.allPolicies().newestFirst())
                    .extracting(SlaPolicy::name)
                    .containsExactly("PermenPANRB 62/2018");
            assertThat(sla.initialCalendars().week()).isEqualTo(OfficeHours.NATIONAL);
            assertThat(sla.initialCalendars().of("K.AGAMA", WIB).worksOn(LocalDate.parse("2026-03-18")))
                    .isFalse();
        });
    }

    @Test
    void officeHoursAndSpecialHoursAreBoundFromProperties() {
        application
                .withPropertyValues(
                        "pintu.sla.office-hours.monday.opens=08:00",
                        "pintu.sla.office-hours.monday.closes=12:30",
                        "pintu.sla.special-hours[0].name=Ramadan 1447 H",
                        "pintu.sla.special-hours[0].from=2026-02-19",
                        "pintu.sla.special-hours[0].to=2026-03-17",
                        "pintu.sla.special-hours[0].week.monday.opens=08:00",
                        "pintu.sla.special-hours[0].week.monday.closes=11:00")
                .run(context -> {
                    InstitutionCalendars calendars =
                            context.getBean(SlaProperties.class).initialCalendars();
                    assertThat(calendars.week())
                            .isEqualTo(new OfficeHours(Map.of(
                                    DayOfWeek.MONDAY,
                                    new OfficeHours.DailyOfficeHours(LocalTime.of(8, 0), LocalTime.of(12, 30)))));
                    assertThat(LocalDateTime.ofInstant(
                                    calendars
                                            .of("K.AGAMA", WIB)
                                            .afterWorkingDays(Instant.parse("2026-02-23T01:00:00Z"), 1),
                                    WIB))
                            .isEqualTo(LocalDateTime.parse("2026-03-02T11:00"));
                });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SlaProperties.class)
    static class SlaPropertiesTestConfiguration {}
}
