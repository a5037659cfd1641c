package id.pintu.portal.institution;

import id.pintu.portal.PortalProperties;
import id.pintu.portal.desk.OfficerToken;
import id.pintu.support.remote.RemoteServiceClient;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** HTTP client for the officers of an institution in account-service, for their colleagues. */
@Component
public class AgencyOfficersClient {

    private final RemoteServiceClient accounts;

    AgencyOfficersClient(PortalProperties properties, ObservationRegistry observations) {
        this.accounts = new RemoteServiceClient("account", properties.account(), observations);
    }

    /** By name; none for somebody who is no colleague; empty when account-service does not answer. */
    public Optional<List<AgencyOfficer>> officersOf(OfficerToken token, String institution) {
        return accounts.exchange(
                http -> http.get()
                        .uri("/v1/agencies/{code}/officers", institution)
                        .headers(headers -> headers.setBearerAuth(token.value())),
                (status, response) -> switch (status) {
                    case OK ->
                        Optional.ofNullable(response.bodyTo(AgencyOfficerPage.class))
                                .map(AgencyOfficerPage::officers);
                    case FORBIDDEN -> Optional.of(List.of());
                    default -> null;
                },
                Optional.empty());
    }

    private record AgencyOfficerPage(List<AgencyOfficer> officers) {}
}
