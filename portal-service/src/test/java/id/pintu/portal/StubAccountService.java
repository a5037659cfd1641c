package id.pintu.portal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Stub of account-service as an OpenID provider at which one officer is always signed in. */
final class StubAccountService implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private volatile boolean signInEnded;
    private volatile boolean namesAnswer = true;

    /** Life of the access tokens: none for the portal to refresh them at each request. */
    private volatile Duration tokenLife = Duration.ofMinutes(5);

    StubAccountService() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/oauth2/authorize", this::authorize);
        server.createContext("/oauth2/token", this::issueToken);
        server.createContext(
                "/oauth2/jwks", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext(
                "/v1/accounts/names", exchange -> answer(exchange, 200, "{\"officer-2\": \"Rina <Meja>\"}"));
        server.createContext("/v1/agencies/", this::officers);
        server.createContext("/connect/logout", this::signOut);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Issues tokens that expire at once, so that the portal asks for another at each request. */
    void issueTokensThatExpireAtOnce() {
        tokenLife = Duration.ofSeconds(1);
    }

    void endSignIn() {
        signInEnded = true;
    }

    void reset() {
        signInEnded = false;
        namesAnswer = true;
        tokenLife = Duration.ofMinutes(5);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Officers of an institution: of two units and of all, without one when they do not answer. */
    private void officers(HttpExchange exchange) throws IOException {
        if (!namesAnswer) {
            answer(exchange, 503, "{}");
            return;
        }
        answer(exchange, 200, """
                {"officers": [
                   {"account": "officer-5", "name": "Agus", "roles": [{"role": "unit-officer", "unit": "Dinas Sosial"}]},
                   {"account": "an-officer", "name": "Ani Sendiri", "roles": [{"role": "liaison-officer"}]},
                   {"account": "officer-4", "name": "Budi <Unit>",
                    "roles": [{"role": "unit-officer", "unit": "Dinas Xyzzy"}]},
                   {"account": "officer-6", "name": "Candra Admin", "roles": [{"role": "institution-admin"}]},
                   {"account": "officer-3", "name": "Wahyu", "roles": [{"role": "liaison-officer"}]}],
                 "more": false}""");
    }

    /** As when account-service is down. */
    void failForNames() {
        namesAnswer = false;
    }

    private void signOut(HttpExchange exchange) throws IOException {
        redirect(exchange, decoded(parameters(exchange).getOrDefault("post_logout_redirect_uri", "")));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange);
        String code = "code-" + nonces.size();
        nonces.put(code, decoded(asked.getOrDefault("nonce", "")));
        redirect(
                exchange,
                decoded(asked.getOrDefault("redirect_uri", "")) + "?code=" + code + "&state=" + asked.get("state"));
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        return UriComponentsBuilder.fromUri(exchange.getRequestURI())
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private void issueToken(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (signInEnded) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        String code = form.replaceAll("(?s).*code=(code-[0-9]+).*", "$1");
        String idToken = form.contains("refresh_token")
                ? ""
                : ", \"id_token\": \"" + idToken(nonces.getOrDefault(code, "")) + "\"";
        answer(
                exchange,
                200,
                "{\"access_token\": \"" + StubDeskApi.KEY + "\", \"token_type\": \"Bearer\", \"expires_in\": "
                        + tokenLife.toSeconds() + ", \"refresh_token\": \"refresh\"" + idToken + "}");
    }

    private String idToken(String nonce) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(url())
                            .subject("an-officer")
                            .audience("portal")
                            .claim("nonce", nonce)
                            .issueTime(Date.from(Instant.now()))
                            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
