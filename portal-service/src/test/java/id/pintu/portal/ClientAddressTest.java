package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Test of the address of a browser that the portal tells intake without a proxy: nobody chooses their own limit. */
class ClientAddressTest extends AbstractPortalTest {

    private static final String[] CHOSEN = {
        "X-Forwarded-For", "203.0.113.9", "Forwarded", "for=203.0.113.9", "X-Pintu-Client", "203.0.113.9"
    };

    @Test
    void whatABrowserSaysAboutItsAddressIsIgnored() {
        browser().submit("/lapor", Map.of("text", "Lampu padam"), CHOSEN);

        assertThat(INTAKE.requests.getFirst().client()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    }
}
