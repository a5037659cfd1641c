package id.pintu.portal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Another service as the portal asks it: once, and not for ever. */
public final class Neighbour {

    private Neighbour() {}

    public static RestClient at(URI url, Duration connectTimeout, Duration answerTimeout) {
        var connections = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(connectTimeout).build());
        connections.setReadTimeout(answerTimeout);
        return RestClient.builder().baseUrl(url).requestFactory(connections).build();
    }
}
