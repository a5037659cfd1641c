package id.pintu.portal.desk;

import id.pintu.portal.PortalProperties;
import id.pintu.portal.desk.InstitutionSearchResult.InstitutionMatch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Finds institutions in routing-service's registry, which is open to everybody. */
@Component
public class InstitutionRegistryClient {

    private static final Logger log = LoggerFactory.getLogger(InstitutionRegistryClient.class);

    private static final int MATCHES = 10;

    private final RestClient routing;

    InstitutionRegistryClient(PortalProperties properties) {
        this.routing = properties.routing().restClient();
    }

    /** The first few with this in a name; none when nobody answers, for then nothing else on the page works either. */
    public InstitutionSearchResult searchByName(String namePart) {
        try {
            InstitutionSearchPage page = routing.get()
                    .uri("/v1/registry/institutions?q={q}&limit={limit}", namePart, MATCHES)
                    .retrieve()
                    .body(InstitutionSearchPage.class);
            return page == null
                    ? InstitutionSearchResult.NONE
                    : new InstitutionSearchResult(page.institutions(), page.next() != null);
        } catch (RestClientException e) {
            log.warn("routing does not tell institutions: {}", e.getClass().getName());
            return InstitutionSearchResult.NONE;
        }
    }

    /** The name of the institution with this code, if there is one. */
    public Optional<String> nameOf(String code) {
        try {
            return Optional.ofNullable(routing.get()
                            .uri("/v1/registry/institutions/{code}", code)
                            .retrieve()
                            .body(InstitutionMatch.class))
                    .map(InstitutionMatch::name);
        } catch (RestClientException e) {
            return Optional.empty();
        }
    }

    private record InstitutionSearchPage(
            List<InstitutionMatch> institutions, @Nullable String next) {}
}
