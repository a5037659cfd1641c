package id.pintu.support.calendars;

import id.pintu.support.remote.RemoteServiceClient;
import id.pintu.support.remote.RemoteServiceProperties;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * HTTP client for the working days of an institution, from the decrees that sla-service lists. They are fetched anew after ten
 * minutes, or after one while sla-service does not answer; without an answer only weekends are closed.
 */
public class WorkingDaysClient {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration KEPT_AFTER_FAILURE = Duration.ofMinutes(1);
    private static final String WITHDRAWN = "DIBATALKAN";

    private final RemoteServiceClient sla;
    private volatile FetchedDecrees fetched = new FetchedDecrees(Optional.empty(), System.nanoTime());

    /**
     * @param sla where sla-service is
     */
    public WorkingDaysClient(RemoteServiceProperties sla, ObservationRegistry observations) {
        this.sla = new RemoteServiceClient("sla", sla, observations);
    }

    private record FetchedDecrees(Optional<List<PublishedDecree>> decrees, long expiresAt) {}

    private record PublishedCalendars(List<PublishedDecree> decrees) {}

    private record PublishedDecree(String scope, List<PublishedDay> days, Instant since) {

        private boolean appliesTo(String institution) {
            return scope.isEmpty()
                    || scope.equals(institution)
                    || institution.equals("D." + scope)
                    || institution.equals("P." + scope)
                    || (scope.length() == 2 && institution.startsWith("D." + scope + "."));
        }
    }

    private record PublishedDay(LocalDate date, String kind) {}

    /** Working days of the institution with this code. */
    public WorkingDays of(String institution) {
        Set<LocalDate> closed = new HashSet<>();
        decrees().stream()
                .filter(decree -> decree.appliesTo(institution))
                .sorted(Comparator.comparing(PublishedDecree::since))
                .flatMap(decree -> decree.days().stream())
                .forEach(day -> {
                    if (day.kind().equals(WITHDRAWN)) {
                        closed.remove(day.date());
                    } else {
                        closed.add(day.date());
                    }
                });
        return new WorkingDays(closed);
    }

    private List<PublishedDecree> decrees() {
        FetchedDecrees current = fetched;
        if (System.nanoTime() - current.expiresAt() < 0) {
            return current.decrees().orElse(List.of());
        }
        Optional<List<PublishedDecree>> answer = sla.exchange(
                http -> http.get().uri("/v1/calendars"),
                (status, response) -> status == HttpStatus.OK
                        ? Optional.ofNullable(response.bodyTo(PublishedCalendars.class))
                                .map(PublishedCalendars::decrees)
                        : null,
                Optional.empty());
        Duration kept = answer.isPresent() ? KEPT : KEPT_AFTER_FAILURE;
        fetched = new FetchedDecrees(answer.or(current::decrees), System.nanoTime() + kept.toNanos());
        return fetched.decrees().orElse(List.of());
    }
}
