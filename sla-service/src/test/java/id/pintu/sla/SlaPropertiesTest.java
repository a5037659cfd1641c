package id.pintu.sla;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.sla.clock.Limit;
import id.pintu.sla.clock.Limits;
import id.pintu.sla.clock.OfficeHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SlaPropertiesTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Configured.class);

    @Test
    void withoutSettingsTheNationalRulesHold() {
        application.run(context -> {
            SlaProperties sla = context.getBean(SlaProperties.class);
            assertThat(sla.allLimits()).isEqualTo(Limits.NATIONAL);
            assertThat(sla.calendar().hours()).isEqualTo(OfficeHours.NATIONAL);
            assertThat(sla.calendar().worksOn(LocalDate.parse("2026-03-18"))).isFalse();
            assertThat(sla.recipients())
                    .isEqualTo(Map.of(
                            Clock.DESK_VERIFICATION, "national-desk-head",
                            Clock.INSTITUTION_VERIFICATION, "institution-admin",
                            Clock.FOLLOW_UP, "institution-admin"));
        });
    }

    @Test
    void whatIsDecidedDifferentlyIsWrittenInFewLines() {
        application
                .withPropertyValues(
                        "pintu.sla.limits[0].name=reporter-silence-10-working-days",
                        "pintu.sla.limits[0].clock=reporter-silence",
                        "pintu.sla.limits[0].days=10",
                        "pintu.sla.limits[1].name=follow-up-complaint-10-working-days",
                        "pintu.sla.limits[1].clock=follow-up",
                        "pintu.sla.limits[1].kinds=complaint,supervisory-complaint",
                        "pintu.sla.limits[1].days=10",
                        "pintu.sla.limits[1].valid-from=2026-07-01",
                        "pintu.sla.office-hours.monday.opens=08:00",
                        "pintu.sla.office-hours.monday.closes=12:30",
                        "pintu.sla.escalate-to.follow-up=province-oversight")
                .run(context -> {
                    SlaProperties sla = context.getBean(SlaProperties.class);
                    LocalDate july = LocalDate.parse("2026-07-01");
                    Limits limits = sla.allLimits();
                    assertThat(limits.of(Clock.REPORTER_SILENCE, ComplaintKind.COMPLAINT, july)
                                    .unit())
                            .isEqualTo(Limit.Unit.WORKING_DAYS);
                    assertThat(limits.of(Clock.FOLLOW_UP, ComplaintKind.SUPERVISORY_COMPLAINT, july)
                                    .days())
                            .isEqualTo(10);
                    assertThat(limits.of(Clock.FOLLOW_UP, ComplaintKind.COMPLAINT, july.minusDays(1))
                                    .days())
                            .isEqualTo(14);
                    assertThat(sla.calendar().hours())
                            .isEqualTo(new OfficeHours(Map.of(
                                    DayOfWeek.MONDAY,
                                    new OfficeHours.Shift(LocalTime.of(8, 0), LocalTime.of(12, 30)))));
                    assertThat(sla.recipients())
                            .containsEntry(Clock.FOLLOW_UP, "province-oversight")
                            .containsEntry(Clock.DESK_VERIFICATION, "national-desk-head");
                });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SlaProperties.class)
    static class Configured {}
}
