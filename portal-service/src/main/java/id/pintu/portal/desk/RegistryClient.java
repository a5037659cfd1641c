package id.pintu.portal.desk;

import id.pintu.portal.PortalProperties;
import id.pintu.portal.desk.Institutions.Institution;
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
public class RegistryClient {

    private static final Logger log = LoggerFactory.getLogger(RegistryClient.class);

    private static final int MATCHES = 10;

    private final RestClient routing;

    RegistryClient(PortalProperties properties) {
        this.routing = properties.routing().client();
    }

    /** The first few with this in a name; none when nobody answers, for then nothing else on the page works either. */
    public Institutions named(String part) {
        try {
            Page page = routing.get()
                    .uri("/v1/registry/institutions?q={q}&limit={limit}", part, MATCHES)
                    .retrieve()
                    .body(Page.class);
            return page == null ? Institutions.NONE : new Institutions(page.institutions(), page.next() != null);
        } catch (RestClientException e) {
            log.warn("routing does not tell institutions: {}", e.getClass().getName());
            return Institutions.NONE;
        }
    }

    /** The name of the institution with this code, if there is one. */
    public Optional<String> nameOf(String code) {
        try {
            return Optional.ofNullable(routing.get()
                            .uri("/v1/registry/institutions/{code}", code)
                            .retrieve()
                            .body(Institution.class))
                    .map(Institution::name);
        } catch (RestClientException e) {
            return Optional.empty();
        }
    }

    private record Page(
            List<Institution> institutions, @Nullable String next) {}
}
