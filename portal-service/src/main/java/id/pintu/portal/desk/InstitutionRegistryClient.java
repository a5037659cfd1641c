package id.pintu.portal.desk;

import id.pintu.portal.PortalProperties;
import id.pintu.portal.desk.InstitutionSearchResult.FoundInstitution;
import id.pintu.support.remote.RemoteServiceClient;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** HTTP client for the institution registry of routing-service, which can be read without a key. */
@Component
public class InstitutionRegistryClient {

    private static final int MAX_MATCHES = 10;

    private final RemoteServiceClient routing;

    InstitutionRegistryClient(PortalProperties properties, ObservationRegistry observations) {
        this.routing = new RemoteServiceClient("routing", properties.routing(), observations);
    }

    /**
     * Finds the first institutions, by code, whose name contains this text. Finds none when routing-service does not
     * answer: then the queue cannot be shown either, and the page says so.
     */
    public InstitutionSearchResult searchByName(String namePart) {
        return routing.exchange(
                http -> http.get().uri("/v1/registry/institutions?q={q}&limit={limit}", namePart, MAX_MATCHES),
                (status, response) -> Optional.ofNullable(
                                status == HttpStatus.OK ? response.bodyTo(InstitutionSearchPage.class) : null)
                        .map(page -> new InstitutionSearchResult(page.institutions(), page.next() != null))
                        .orElse(null),
                InstitutionSearchResult.NONE);
    }

    /** The name of the institution with this code; empty when there is none, or no answer. */
    public Optional<String> nameOf(String code) {
        return routing.exchange(
                http -> http.get().uri("/v1/registry/institutions/{code}", code),
                (status, response) -> switch (status) {
                    case OK ->
                        Optional.ofNullable(response.bodyTo(FoundInstitution.class))
                                .map(FoundInstitution::name);
                    case NOT_FOUND -> Optional.empty();
                    default -> null;
                },
                Optional.empty());
    }

    private record InstitutionSearchPage(
            List<FoundInstitution> institutions, @Nullable String next) {}
}
