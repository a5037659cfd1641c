package id.pintu.sla.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.sla.policy.EscalationStep;
import id.pintu.sla.policy.SlaPolicies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class SlaPolicyYamlReaderTest {

    private static final String NATIONAL = national();

    /** A policy for PermenPANRB 5/2025 as an official would write it; its limits here are invented. */
    private static final String NEWER = """
              - name: PermenPANRB 5/2025
                valid-from: 2026-07-01
                limits:
                  - { name: permen-5-2025-follow-up-10, clock: follow-up, days: 10, kinds: [complaint] }
                  - { name: permen-5-2025-silence-10, clock: reporter-silence, days: 10, unit: working-days }
                escalate:
                  follow-up:
                    - { to: institution-head, after: 0 }
                    - { to: ombudsman, after: 20, needs-consent: true }
            """.indent(0);

    @Test
    void aNewRegulationNeedsNoCode() {
        SlaPolicies policies = read(NATIONAL + NEWER);
        LocalDate july = LocalDate.parse("2026-07-01");
        assertThat(policies.limit(SlaClockType.FOLLOW_UP, ComplaintKind.COMPLAINT, july)
                        .days())
                .isEqualTo(10);
        assertThat(policies.limit(SlaClockType.FOLLOW_UP, ComplaintKind.COMPLAINT, july.minusDays(1))
                        .days())
                .isEqualTo(14);
        assertThat(policies.limit(SlaClockType.REPORTER_SILENCE, ComplaintKind.COMPLAINT, july)
                        .unit())
                .isEqualTo(DeadlineUnit.WORKING_DAYS);
        assertThat(policies.escalationSteps(SlaClockType.FOLLOW_UP, july))
                .containsExactly(
                        new EscalationStep(0, "institution-head", false), new EscalationStep(20, "ombudsman", true));
    }

    @Test
    void aNewRegulationMayLimitQuestionsOtherwise() {
        SlaPolicies policies = read(NATIONAL + NEWER.replace("valid-from", "pause-limit: 3\n    valid-from"));
        LocalDate july = LocalDate.parse("2026-07-01");
        assertThat(policies.pauseLimit(july)).isEqualTo(3);
        assertThat(policies.pauseLimit(july.minusDays(1))).isEqualTo(10);
        assertThat(policies.reclassificationGrace(july)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{1} for {0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            days: 14,                    | days: fourteen,           | a whole number of at least 1, not 'fourteen'
            days: 14,                    | days: 0,                  | a whole number of at least 1, not '0'
            days: 14,                    | days: 100000,             | at most 1000, not '100000'
            pause-limit: 10              | pause-limit: 0            | a whole number of at least 1, not '0'
            pause-limit: 10              | pause-limit: long         | a whole number of at least 1, not 'long'
            reclassification-grace: 1    | reclassification-grace: -1 | a whole number of at least 0, not '-1'
            days: 14,                    | day: 14,                  | unknown field 'day'
            clock: overall, days: 60     | clock: all, days: 60      | 'all' is not one of desk-verification
            clock: overall, days: 60     | days: 60                  | 'clock' is missing
            unit: calendar-days          | unit: moons               | 'moons' is not one of working-days
            [50%, 1 working day before]  | [half]                    | expected 50% or '1 working day before'
            to: liaison, after: 0        | to: budi, after: 0        | 'budi' is not one of liaison
            to: liaison, after: 0        | to: liaison, after: -1    | of at least 0
            to: institution-admin, after: 1 | to: institution-admin, after: 0 | level 2 must come at least one working day after level 1
            policies:                    | policies: [               | line
            """)
    void anInvalidPolicyIsRejectedWithFileLineAndReason(String right, String wrong, String reason) {
        assertThat(NATIONAL).contains(right);
        assertThatThrownBy(() -> read(NATIONAL.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s)test.yml line \\d+: .*")
                .hasMessageContaining(reason);
    }

    @Test
    void theErrorNamesTheInvalidLine() {
        assertThatThrownBy(
                        () -> read("policies:\n  - name: x\n    limits:\n      - { name: y, clock: nap, days: 3 }\n"))
                .hasMessageStartingWith("test.yml line 4: 'nap'");
        assertThatThrownBy(() -> read("policies:\n  - name: x\n")).hasMessageContaining("no limit is defined");
        assertThatThrownBy(() -> read("")).hasMessageContaining("the file is empty");
    }

    private static SlaPolicies read(String yaml) {
        return SlaPolicyYamlReader.read(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "test.yml";
            }
        });
    }

    private static String national() {
        try {
            return new ClassPathResource("sla/policies.yml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
