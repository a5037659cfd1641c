package id.pintu.support.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Requests that Tomcat, the firewall or the size limit refuse, over a socket, since an HTTP client would not send them. */
class ServerRefusalsTest {

    private static final ConfigurableApplicationContext SERVICE = new SpringApplicationBuilder(RefusingService.class)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .run(
                    "--spring.config.name=service-defaults",
                    "--spring.application.name=refusals",
                    "--server.port=0",
                    "--pintu.http.max-body=1KB",
                    "--pintu.http.max-table=2KB",
                    "--pintu.http.max-file=4KB",
                    "--pintu.http.max-multipart=1KB");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/a//b HTTP/1.1                     | 400 | malformed-request",
                "GET /v1/a;b HTTP/1.1                      | 400 | malformed-request",
                "GET /v1/a%2Fb HTTP/1.1                    | 400 | malformed-request",
                "GET /v1/%zz HTTP/1.1                      | 400 | malformed-request",
                "GET /v1/<siti> HTTP/1.1                   | 400 | malformed-request",
                "GET /v1/%00 HTTP/1.1                      | 400 | malformed-request",
                "TRACE /v1/a HTTP/1.1                      | 405 | method-not-allowed",
                "GET /v1/a HTTP/7.1                        | 505 | internal",
                "siti                                      | 400 | malformed-request",
            })
    void areProblems(String requestLine, int status, String code) throws IOException {
        assertProblem(exchange(requestLine + "\r\nHost: a\r\nConnection: close\r\n\r\n"), status, code);
    }

    @Test
    void aHeaderThatIsTooLongIsAProblem() throws IOException {
        String response = exchange(
                "GET /v1/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Long: " + "siti".repeat(10_000) + "\r\n\r\n");

        assertProblem(response, 400, "malformed-request");
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsRefusedUnread() throws IOException {
        String response = exchange(
                "POST /text HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{");

        assertProblem(response, 413, "body-too-large");
    }

    @Test
    void aBodyOfUnknownLengthIsReadUpToTheLimit() throws IOException {
        String chunk = "400\r\n\"" + "a".repeat(1023) + "\r\n";

        String response =
                exchange("POST /text HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + "0\r\n\r\n");

        assertProblem(response, 413, "body-too-large");
    }

    @Test
    void aTableHasALimitOfItsOwn() throws IOException {
        String head =
                "POST /text HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: text/csv\r\nContent-Length: ";

        assertThat(exchange(head + "1500\r\n\r\n" + "a".repeat(1500))).startsWith("HTTP/1.1 200 ");
        assertProblem(exchange(head + "2500\r\n\r\n" + "a".repeat(2500)), 413, "body-too-large");
    }

    private static void assertProblem(String response, int status, String code) {
        assertThat(response)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"type\":\"urn:pintu:problem:" + code + "\"", "\"status\":" + status)
                .doesNotContain("siti", "Exception", "Tomcat");
    }

    private static String exchange(String request) throws IOException {
        int port = Integer.parseInt(String.valueOf(SERVICE.getEnvironment().getProperty("local.server.port")));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Import({RequestInputConfiguration.class, ProblemExceptionHandler.class, TextController.class})
    static class RefusingService {

        @Bean
        SecurityFilterChain everybody(HttpSecurity http) throws Exception {
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                    .build();
        }
    }

    @RestController
    static class TextController {

        @PostMapping("/text")
        int length(@RequestBody String text) {
            return text.length();
        }
    }
}
