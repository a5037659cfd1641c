package id.pintu.portal.institution;

import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.portal.PortalProperties;
import id.pintu.support.remote.RemoteServiceClient;
import io.micrometer.observation.ObservationRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** HTTP client for how the deadlines of a complaint were counted, which sla-service explains day by day. */
@Component
public class DeadlineLetterClient {

    private final RemoteServiceClient sla;

    DeadlineLetterClient(PortalProperties properties, ObservationRegistry observations) {
        this.sla = new RemoteServiceClient("sla", properties.sla(), observations);
    }

    /** Lines of each clock's explanation, in both languages; empty when sla-service does not answer. */
    public Map<SlaClockType, List<String>> lettersOf(String complaint) {
        return sla.exchange(
                http -> http.get().uri("/v1/complaints/{id}/clocks", complaint),
                (status, response) -> {
                    Map<SlaClockType, List<String>> letters = new EnumMap<>(SlaClockType.class);
                    if (status == HttpStatus.OK) {
                        Optional.ofNullable(response.bodyTo(ExplainedClock[].class)).stream()
                                .flatMap(Arrays::stream)
                                .forEach(each -> letters.put(
                                        each.clock(), each.derivation().letter()));
                    }
                    return letters;
                },
                Map.of());
    }

    private record ExplainedClock(SlaClockType clock, DerivationLetter derivation) {}

    private record DerivationLetter(List<String> letter) {}
}
