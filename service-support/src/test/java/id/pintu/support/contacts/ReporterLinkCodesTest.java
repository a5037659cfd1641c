package id.pintu.support.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.support.keys.InstallationSecrets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReporterLinkCodesTest {

    private static final Instant TODAY = Instant.parse("2026-11-28T05:00:00Z");
    private static final ComplaintId COMPLAINT = ComplaintId.of(new byte[8]);
    private static final ComplaintId OTHER = ComplaintId.of(new byte[] {1, 0, 0, 0, 0, 0, 0, 0});
    private static final String SECRET = "a secret of thirty-two characters";
    private static final String NEXT_SECRET = "another secret of thirty-two characters";

    private final ReporterLinkCodes codes = new ReporterLinkCodes(InstallationSecrets.of(SECRET));

    @Test
    void aCodeIsOfOneComplaintAndFitsAnSms() {
        String code = codes.codeFor(COMPLAINT, TODAY);

        assertThat(code).hasSize(16);
        assertThat(codes.isCodeOf(code, COMPLAINT, TODAY)).isTrue();
        assertThat(codes.isCodeOf(code, OTHER, TODAY)).isFalse();
    }

    @Test
    void aCodeEndsAndItsDayCannotBeChanged() {
        String code = codes.codeFor(COMPLAINT, TODAY);
        String later = codes.codeFor(COMPLAINT, TODAY.plus(Duration.ofDays(30)));

        assertThat(codes.isCodeOf(code, COMPLAINT, TODAY.plus(Duration.ofDays(180))))
                .isTrue();
        assertThat(codes.isCodeOf(code, COMPLAINT, TODAY.plus(Duration.ofDays(181))))
                .isFalse();
        assertThat(codes.isCodeOf(later.substring(0, 3) + code.substring(3), COMPLAINT, TODAY))
                .isFalse();
    }

    @Test
    void aCodeOutlivesTheChangeOfTheSecret() {
        ReporterLinkCodes changed = new ReporterLinkCodes(InstallationSecrets.of(NEXT_SECRET, SECRET));

        assertThat(changed.isCodeOf(codes.codeFor(COMPLAINT, TODAY), COMPLAINT, TODAY))
                .isTrue();
        assertThat(codes.isCodeOf(changed.codeFor(COMPLAINT, TODAY), COMPLAINT, TODAY))
                .isFalse();
    }

    @Test
    void whatIsNoCodeIsRefused() {
        for (String code : new String[] {"", "gvx", "GVXabcdefghijklm", "gvxabcdefghijkl\n"}) {
            assertThat(codes.isCodeOf(code, COMPLAINT, TODAY)).isFalse();
        }
    }
}
