package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** Test of the address of a browser that the portal tells intake behind a proxy, set up as docs/operations.md says. */
@TestPropertySource(properties = "server.forward-headers-strategy=native")
class ClientAddressBehindProxyTest extends AbstractPortalTest {

    /** A proxy adds the address it sees at the end; what stands before it may have been written by the browser. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9                          | 203.0.113.9",
                "2001:db8::7                          | 2001:db8::7",
                "198.51.100.1, 203.0.113.9            | 203.0.113.9",
                "198.51.100.1, 203.0.113.9, 10.0.0.3  | 203.0.113.9"
            })
    void theAddressThatTheProxySawReachesIntake(String forwardedFor, String client) {
        browser().submit("/lapor", Map.of("text", "Lampu padam"), "X-Forwarded-For", forwardedFor);

        assertThat(INTAKE.requests.getFirst().client()).isEqualTo(client);
    }
}
