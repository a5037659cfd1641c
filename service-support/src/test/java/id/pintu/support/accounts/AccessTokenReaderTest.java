package id.pintu.support.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import id.pintu.events.MalformedMessageException;
import id.pintu.support.accounts.AccessTokenReader.IssuerUnavailableException;
import id.pintu.support.accounts.AccountProperties.ForeignIssuerProperties;
import id.pintu.support.keys.InstitutionKeyIndex;
import id.pintu.support.keys.StoredInstitutionKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class AccessTokenReaderTest {

    private static final SampleTokenIssuer ISSUER = new SampleTokenIssuer();
    private static final SampleTokenIssuer OTHER = new SampleTokenIssuer();
    private static final ForeignIssuerProperties NONE =
            new ForeignIssuerProperties("", "roles", "sub", "pintu", Map.of(), false);

    private final TokenRevocationIndex revocations = new TokenRevocationIndex();
    private final InstitutionKeyIndex keys = new InstitutionKeyIndex();
    private final AccessTokenReader reader = reader(ISSUER.address(), NONE);

    @AfterAll
    static void close() {
        ISSUER.close();
        OTHER.close();
    }

    @Test
    void readsAccountRolesAndScopesAndIgnoresWhatIsNoRole() {
        AccountPrincipal account = reader.read(ISSUER.token(
                "u-1", "liaison-officer@D.33.74", "unit-officer@D.33.74/Dinas Perhubungan", "king", "arbiter@D.33.74"));

        assertThat(account.getName()).isEqualTo("u-1");
        assertThat(account.grants())
                .extracting(RoleGrant::toString)
                .containsExactly("liaison-officer@D.33.74", "unit-officer@D.33.74/Dinas Perhubungan");
        assertThat(account.scopes()).containsExactlyInAnyOrder("pintu.read", "pintu.write");
    }

    @Test
    void scopesMayBeAnArray() {
        String token = ISSUER.token("u-1", claims -> claims.claim("scope", List.of("pintu.read")));

        assertThat(reader.read(token).scopes()).containsExactly("pintu.read");
    }

    static Stream<Arguments> refused() {
        Instant past = Instant.now().minusSeconds(600);
        return Stream.of(
                claims("wrong issuer", claims -> claims.issuer("http://localhost:1")),
                claims("wrong audience", claims -> claims.audience("another")),
                claims("no audience", claims -> claims.audience((String) null)),
                claims("expired", claims -> claims.expirationTime(Date.from(past))),
                claims("without an end", claims -> claims.expirationTime(null)),
                claims("without a subject", claims -> claims.subject(null)));
    }

    private static Arguments claims(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesATokenThatIs(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        assertThatThrownBy(() -> reader.read(ISSUER.token("u-1", change)))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void refusesATokenThatAnotherSigned() {
        String forged = OTHER.token("u-1", claims -> claims.issuer(ISSUER.address()));

        assertThatThrownBy(() -> reader.read(forged)).isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void refusesTokensWithoutASignatureAndWhatIsNone() {
        for (String token : List.of("a.b.c", "..", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1LTEifQ.")) {
            assertThatThrownBy(() -> reader.read(token)).isInstanceOf(InvalidBearerTokenException.class);
        }
    }

    @Test
    void refusesTheTokensOfARevokedSignInAndNoOthers() {
        revoke("session/session-of-u-1", Instant.now());

        assertThatThrownBy(() -> reader.read(ISSUER.token("u-1"))).isInstanceOf(InvalidBearerTokenException.class);
        assertThat(reader.read(ISSUER.token("u-2")).account()).isEqualTo("u-2");
    }

    @Test
    void acceptsTokensIssuedAfterTheRevocationOfAnAccount() {
        revoke("account/u-1", Instant.now().minusSeconds(60));
        assertThat(reader.read(ISSUER.token("u-1")).account()).isEqualTo("u-1");

        revoke("account/u-1", Instant.now());
        assertThatThrownBy(() -> reader.read(ISSUER.token("u-1"))).isInstanceOf(InvalidBearerTokenException.class);

        revocations.handle("account/u-1", Optional.empty());
        assertThat(reader.read(ISSUER.token("u-1")).account()).isEqualTo("u-1");
    }

    @Test
    void theTokensOfAProgramEndWithTheKeyThatItGotThemFor() {
        keys.put("D.33.74", new StoredInstitutionKey("hash", 2, true));

        assertThat(reader.read(programToken("D.33.74", "2")).account()).isEqualTo("program/D.33.74");
        assertThatThrownBy(() -> reader.read(programToken("D.33.74", "1")))
                .isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> reader.read(programToken("D.33.72", "2")))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    private static String programToken(String code, String generation) {
        return ISSUER.token("program/" + code, claims -> claims.claim(AccessTokenClaims.KEY_GENERATION, generation));
    }

    @Test
    void anUnreadableRevocationNamesTheField() {
        assertThatThrownBy(() -> revocations.handle("account/u-1", Optional.of("{}".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("issuedUntil");
    }

    @Test
    void fetchesTheKeysWithTheFirstTokenOnly() {
        try (SampleTokenIssuer issuer = new SampleTokenIssuer()) {
            AccessTokenReader lazy = reader(issuer.address(), NONE);
            assertThat(issuer.fetches()).isZero();

            lazy.read(issuer.token("u-1"));
            lazy.read(issuer.token("u-2"));
            assertThat(issuer.fetches()).isOne();
        }
    }

    @Test
    void saysWhenTheIssuerDoesNotAnswer() {
        AccessTokenReader unreachable = reader("http://localhost:1", NONE);

        assertThatThrownBy(() -> unreachable.read(ISSUER.token("u-1"))).isInstanceOf(IssuerUnavailableException.class);
        AccessTokenReader foreign = reader(ISSUER.address(), foreign("http://localhost:1", "roles", Map.of()));
        assertThatThrownBy(() -> foreign.read(ISSUER.token("u-1"))).isInstanceOf(IssuerUnavailableException.class);
    }

    @Test
    void acceptsAForeignIssuerInsteadOfItsOwnAndMapsItsRoles() {
        AccessTokenReader foreign = reader(
                ISSUER.address(),
                foreign(
                        OTHER.address(),
                        "realm_access.roles",
                        Map.of("petugas-semarang", "liaison-officer@D.33.74", "pusat", "national-desk")));

        AccountPrincipal account = foreign.read(OTHER.token(
                "u-1",
                claims -> claims.claim(
                        "realm_access", Map.of("roles", List.of("petugas-semarang", "offline_access", "arbiter")))));

        assertThat(account.grants()).extracting(RoleGrant::toString).containsExactly("liaison-officer@D.33.74");
        assertThatThrownBy(() -> foreign.read(ISSUER.token("u-1"))).isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void takesTheSubjectFromAnotherClaimAndOwnRolesOnlyWhenTold() {
        ForeignIssuerProperties told =
                new ForeignIssuerProperties(OTHER.address(), "groups", "oid", "pintu-api", Map.of(), true);

        AccountPrincipal account = reader(ISSUER.address(), told)
                .read(OTHER.token(
                        "u-1",
                        claims ->
                                claims.audience("pintu-api").claim("oid", "o-1").claim("groups", List.of("arbiter"))));

        assertThat(account.account()).isEqualTo("o-1");
        assertThat(account.grants()).extracting(RoleGrant::toString).containsExactly("arbiter");
    }

    private static ForeignIssuerProperties foreign(String issuer, String claim, Map<String, String> roles) {
        return new ForeignIssuerProperties(issuer, claim, "sub", "pintu", roles, false);
    }

    private AccessTokenReader reader(String issuer, ForeignIssuerProperties foreign) {
        return new AccessTokenConfiguration()
                .accessTokenReader(new AccountProperties(issuer, issuer, foreign), revocations, keys);
    }

    private void revoke(String key, Instant until) {
        revocations.handle(
                key, Optional.of("{\"issuedUntil\":\"%s\"}".formatted(until).getBytes(StandardCharsets.UTF_8)));
    }
}
