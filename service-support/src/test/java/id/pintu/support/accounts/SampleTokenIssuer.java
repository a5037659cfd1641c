package id.pintu.support.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import id.pintu.support.keys.InstitutionKeyIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** HTTP server with the keys of an issuer, as account-service and other OpenID providers have them, that also signs tokens. */
public final class SampleTokenIssuer implements AutoCloseable {

    private final RSAKey key;
    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();

    public SampleTokenIssuer() {
        try {
            key = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        serve("/oauth2/jwks", new JWKSet(key).toString());
        serve("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/oauth2/jwks", "subject_types_supported": ["public"],
                 "authorization_endpoint": "%1$s/oauth2/authorize"}""".formatted(address()));
        server.start();
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> {
            fetches.incrementAndGet();
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    /** Address, which is its issuer claim too. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Reader of its tokens. */
    public AccessTokenReader reader(TokenRevocationIndex revocations) {
        return new AccessTokenConfiguration()
                .accessTokenReader(
                        new AccountProperties(
                                address(),
                                address(),
                                new AccountProperties.ForeignIssuerProperties(
                                        "", "roles", "sub", "pintu", Map.of(), false)),
                        revocations,
                        new InstitutionKeyIndex());
    }

    /** How often its keys or its metadata were fetched. */
    int fetches() {
        return fetches.get();
    }

    /** A token as account-service issues it. */
    public String token(String account, String... roles) {
        return token(account, claims -> claims.claim("roles", List.of(roles)));
    }

    /**
     * A token that differs from that.
     *
     * @param change of its claims
     */
    public String token(String account, UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .audience("pintu")
                .subject(account)
                .claim("sid", "session-of-" + account)
                .claim("scope", AccountPrincipal.READ + " " + AccountPrincipal.WRITE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        return signed(change.apply(claims).build());
    }

    private String signed(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
