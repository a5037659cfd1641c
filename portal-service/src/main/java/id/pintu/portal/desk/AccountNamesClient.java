package id.pintu.portal.desk;

import id.pintu.portal.PortalProperties;
import id.pintu.support.remote.RemoteServiceClient;
import io.micrometer.observation.ObservationRegistry;
import java.util.Collection;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** HTTP client for the names of accounts in account-service, of those that the officer may see. */
@Component
public class AccountNamesClient {

    private final RemoteServiceClient accounts;

    AccountNamesClient(PortalProperties properties, ObservationRegistry observations) {
        this.accounts = new RemoteServiceClient("account", properties.account(), observations);
    }

    /** Names by id; empty when account-service does not answer, as the page is of use without them. */
    public Map<String, String> namesOf(OfficerToken token, Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : accounts.exchange(
                        http -> http.get()
                                .uri(address -> address.path("/v1/accounts/names")
                                        .queryParam("id", ids.toArray())
                                        .build())
                                .headers(headers -> headers.setBearerAuth(token.value())),
                        (status, response) -> status == HttpStatus.OK
                                ? response.bodyTo(new ParameterizedTypeReference<Map<String, String>>() {})
                                : null,
                        Map.of());
    }
}
