package id.pintu.portal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * What can be set for portal-service, under {@code pintu}.
 *
 * @param intake where the report form is handed in
 * @param routing where the national desk's page looks and acts
 */
@ConfigurationProperties("pintu")
public record PortalProperties(RemoteServiceProperties intake, RemoteServiceProperties routing) {

    /**
     * Another service as the portal asks it: once, and not for ever.
     *
     * @param url of the service
     * @param connectTimeout how long to wait for a connection
     * @param answerTimeout how long to wait for an answer; longer than the service itself waits for the broker, or for a
     *     command's turn
     */
    public record RemoteServiceProperties(
            URI url,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("10s") Duration answerTimeout) {

        public RestClient restClient() {
            var connections = new JdkClientHttpRequestFactory(
                    HttpClient.newBuilder().connectTimeout(connectTimeout).build());
            connections.setReadTimeout(answerTimeout);
            return RestClient.builder().baseUrl(url).requestFactory(connections).build();
        }
    }
}
