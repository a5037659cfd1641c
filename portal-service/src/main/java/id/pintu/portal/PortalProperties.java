package id.pintu.portal;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set for portal-service, under {@code pintu}.
 *
 * @param intake where the report form is handed in
 * @param routing where the national desk's page looks and acts
 */
@ConfigurationProperties("pintu")
public record PortalProperties(
        @DefaultValue Intake intake, @DefaultValue Routing routing) {

    /**
     * @param url of intake-service
     * @param connectTimeout how long to wait for a connection
     * @param answerTimeout how long to wait for an answer; longer than intake itself waits for the broker
     */
    public record Intake(
            @DefaultValue("http://localhost:8081") URI url,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("10s") Duration answerTimeout) {}

    /**
     * @param url of routing-service
     * @param connectTimeout how long to wait for a connection
     * @param answerTimeout how long to wait for an answer; longer than routing itself waits for a command's turn
     */
    public record Routing(
            @DefaultValue("http://localhost:8082") URI url,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("10s") Duration answerTimeout) {}
}
