package id.pintu.routing.webhooks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP client of webhooks. It calls addresses that institutions chose, so it trusts nothing: it connects to public addresses
 * only, decided by the very addresses that the name was resolved to, follows no redirect, reads no body, and ends an exchange
 * after twenty seconds however slowly it moves.
 */
final class WebhookClient implements AutoCloseable {

    static final Duration EXCHANGE_LIMIT = Duration.ofSeconds(20);

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration MAX_RETRY_AFTER = Duration.ofDays(1);
    private static final int MAX_CONNECTIONS = 1_000;
    private static final ContentType CLOUD_EVENT = ContentType.create("application/cloudevents+json", "UTF-8");
    private static final int GONE = 410;

    private final CloseableHttpClient http;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-limits").factory());

    /** The name leads to an address that is not public. */
    private static final class PrivateAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateAddressException(String host) {
            super(host);
        }
    }

    /** Resolver that hands out public addresses alone, to be connected to as they are. */
    private record PublicAddressResolver(boolean privateAllowed) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            if (!privateAllowed && !Arrays.stream(addresses).allMatch(PublicAddresses::contain)) {
                throw new PrivateAddressException(host);
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /**
     * @param privateAllowed whether addresses that are not public may be called, as in a closed network
     */
    WebhookClient(boolean privateAllowed) {
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddressResolver(privateAllowed))
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setMaxConnPerRoute(MAX_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECT_LIMIT))
                                .setSocketTimeout(Timeout.of(EXCHANGE_LIMIT))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(EXCHANGE_LIMIT))
                        .setConnectionRequestTimeout(Timeout.of(CONNECT_LIMIT))
                        .build())
                .setUserAgent("pintu-webhooks/1")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    WebhookOutcome post(URI url, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, CLOUD_EVENT));
        Future<?> limit = clock.schedule(request::abort, EXCHANGE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = http.executeOpen(HttpHost.create(url), request, null)) {
            return outcome(response);
        } catch (PrivateAddressException e) {
            return WebhookOutcome.Failed.permanent("the address is not public");
        } catch (UnknownHostException e) {
            return WebhookOutcome.Failed.temporary("the name cannot be resolved");
        } catch (ConnectException e) {
            return WebhookOutcome.Failed.temporary("no connection");
        } catch (SSLException e) {
            return WebhookOutcome.Failed.temporary("TLS failed");
        } catch (InterruptedIOException e) {
            return WebhookOutcome.Failed.temporary("no answer in " + EXCHANGE_LIMIT.toSeconds() + " seconds");
        } catch (IOException e) {
            return WebhookOutcome.Failed.temporary(
                    request.isAborted()
                            ? "no answer in " + EXCHANGE_LIMIT.toSeconds() + " seconds"
                            : "the connection broke");
        } finally {
            limit.cancel(false);
        }
    }

    private static WebhookOutcome outcome(ClassicHttpResponse response) {
        int status = response.getCode();
        if (status / 100 == 2) {
            return new WebhookOutcome.Delivered();
        }
        if (status / 100 == 3) {
            return WebhookOutcome.Failed.temporary("answered " + status + "; redirects are not followed");
        }
        return new WebhookOutcome.Failed("answered " + status, status == GONE, retryAfter(response));
    }

    private static Optional<Duration> retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        try {
            return header == null
                    ? Optional.empty()
                    : Optional.of(Duration.ofSeconds(
                            Math.clamp(Long.parseLong(header.getValue().strip()), 0, MAX_RETRY_AFTER.toSeconds())));
        } catch (NumberFormatException e) {
            return Optional.empty(); // a date, or nonsense
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        http.close();
    }
}
