package id.pintu.routing.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "::127.0.0.1"
            })
    void refusesSpecialAddresses(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "103.28.12.4", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2400:cb00::1"})
    void acceptsPublicAddresses(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    /** However it is written: what counts is the address that is connected to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1",
                "http://127.0.0.1:1",
                "http://[::1]:1",
                "http://[::ffff:127.0.0.1]:1",
                "http://169.254.169.254/latest/meta-data"
            })
    void theClientDoesNotConnectToThem(String url) throws Exception {
        try (WebhookClient client = new WebhookClient(false)) {
            assertThat(client.post(URI.create(url), Map.of(), new byte[0]))
                    .isInstanceOfSatisfying(
                            WebhookOutcome.Failed.class,
                            failed -> assertThat(failed.cause())
                                    .isIn("the address is not public", "the name cannot be resolved"));
        }
    }

    @Test
    void theClientConnectsToThemWhereThatIsConfigured() throws Exception {
        try (WebhookClient client = new WebhookClient(true)) {
            assertThat(client.post(URI.create("http://127.0.0.1:1"), Map.of(), new byte[0]))
                    .isEqualTo(WebhookOutcome.Failed.temporary("no connection"));
        }
    }
}
