package id.pintu.account.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** HTTP client for the registry of institutions in routing-service: whether a code exists. */
@Component
public class InstitutionLookup {

    private static final Pattern CODE = Pattern.compile("[A-Z]+(\\.[A-Z0-9]+)+");
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final RestClient routing;

    InstitutionLookup(@Value("${pintu.routing.url}") String url) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
        requests.setReadTimeout(TIMEOUT);
        this.routing =
                RestClient.builder().baseUrl(url).requestFactory(requests).build();
    }

    /**
     * Whether an institution has this code; empty when routing-service does not say.
     */
    public Optional<Boolean> exists(String code) {
        if (!CODE.matcher(code).matches()) {
            return Optional.of(false);
        }
        try {
            routing.get()
                    .uri("/v1/registry/institutions/{code}", code)
                    .retrieve()
                    .body(new ParameterizedTypeReference<Map<String, Object>>() {});
            return Optional.of(true);
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.of(false);
        } catch (RestClientException e) {
            return Optional.empty();
        }
    }
}
