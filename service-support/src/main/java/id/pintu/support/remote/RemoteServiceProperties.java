package id.pintu.support.remote;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the connection to another service.
 *
 * @param url base URL of the service
 * @param connectTimeout limit for opening a connection
 * @param answerTimeout limit for reading the response; longer than the service itself waits for the broker or for a
 *     command to be processed
 */
public record RemoteServiceProperties(
        URI url,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration answerTimeout) {}
