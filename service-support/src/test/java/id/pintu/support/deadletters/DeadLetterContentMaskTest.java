package id.pintu.support.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeadLetterContentMaskTest {

    @Test
    void keepsTheStructureAndHidesWhatPeopleWrote() {
        String masked = masked("""
                {"type":"complaint-replied","at":"2026-03-02T03:04:05Z","text":"Siti, 0811","nested":{"who":["Budi"],"age":41},
                "anonymous":true,"nothing":null}""");

        assertThat(masked)
                .contains(
                        "\"type\":\"complaint-replied\"",
                        "2026-03-02T03:04:05Z",
                        "\"text\":\"… (10)\"",
                        "\"anonymous\":true")
                .doesNotContain("Siti", "0811", "Budi", "41");
    }

    @Test
    void hidesALongTextInATechnicalField() {
        assertThat(masked("{\"type\":\"" + "Siti ".repeat(20) + "\"}")).doesNotContain("Siti");
    }

    @Test
    void tellsOnlyTheLengthOfWhatIsNotJson() {
        assertThat(masked("Siti says hello")).isEqualTo("\"not JSON, 15 bytes\"");
    }

    private static String masked(String content) {
        return DeadLetterContentMask.mask(content.getBytes(UTF_8)).toString();
    }
}
