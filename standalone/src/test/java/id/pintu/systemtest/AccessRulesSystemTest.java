package id.pintu.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.access.AccessRule;
import id.pintu.support.access.AccessRule.Audience;
import id.pintu.support.access.AccessRuleMatcher;
import id.pintu.support.access.AccessRules;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.RoleGrant;
import id.pintu.support.accounts.SampleTokenIssuer;
import id.pintu.support.accounts.TokenRevocationIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * System test of the access rules against the running services: every mapping of every service, for every role, within the
 * institution in question and within another. A mapping that no rule is about fails it. It changes nothing: each request
 * that is let through is invalid.
 */
class AccessRulesSystemTest {

    private static final ServicePorts PORTS = new ServicePorts(18_500);
    private static final JsonTestClient HTTP = new JsonTestClient();
    private static final AccessRuleMatcher RULES = new AccessRuleMatcher(AccessRules.ALL);
    private static final SampleTokenIssuer ISSUER = new SampleTokenIssuer();
    private static final String CITY = "D.33.74";
    private static final String PROVINCE = "P.33";

    /** Where the mappings of an institution are asked by a role that is within it, and by one that is not. */
    private static final Map<AccountRole, List<String>> GRANTS = Map.of(
            AccountRole.UNIT_OFFICER, List.of("@D.33.74/Dinas Perhubungan", "@D.33.72/Dinas Perhubungan"),
            AccountRole.LIAISON_OFFICER, List.of("@D.33.74", "@D.33.72"),
            AccountRole.INSTITUTION_ADMIN, List.of("@D.33.74", "@D.33.72"),
            AccountRole.INTEGRATOR, List.of("@D.33.74", "@P.33"),
            AccountRole.PROVINCE_OVERSIGHT, List.of("@P.33", "@P.34"));

    @TempDir
    private static Path directory;

    private static AllInOneServer server;

    /** One address with one method, at one service. */
    private record ServedRequest(String service, String method, String path) {

        /** Path to be asked: about the city or its province, with values that exist nowhere in all other places. */
        String sample() {
            return path.replaceAll("(?<=/agencies/)\\{code}", CITY)
                    .replaceAll("(?<=/provinces/)\\{code}", PROVINCE)
                    .replaceAll("\\{[^}]+}", "X");
        }

        Optional<AccessRule> rule() {
            return RULES.find(method, sample()).map(AccessRuleMatcher.MatchedRule::rule);
        }
    }

    /** A caller with one role. */
    private record RoleHolder(RoleGrant grant, boolean within) {}

    @BeforeAll
    static void open() {
        server = AllInOneServer.start(
                directory,
                PORTS,
                InstantSource.system(),
                Map.of("pintu.account.issuer", ISSUER.address(), "pintu.account.url", ISSUER.address()));
    }

    @AfterAll
    static void close() {
        server.close();
        ISSUER.close();
    }

    @Test
    void everyMappingHasARule() {
        assertThat(served())
                .hasSizeGreaterThan(80)
                .allSatisfy(request -> assertThat(request.rule())
                        .as("rule in AccessRules for %s", request)
                        .isPresent());
    }

    @Test
    void everyRuleIsAboutAMapping() {
        List<AccessRule> used =
                served().stream().flatMap(request -> request.rule().stream()).toList();

        assertThat(AccessRules.ALL)
                .allSatisfy(rule -> assertThat(used).as("mapping for").contains(rule));
    }

    @Test
    void everyRoleReachesWhatTheRulesSay() {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        for (RoleHolder holder : holders().toList()) {
            String token = ISSUER.token("account-1", holder.grant().toString());
            for (ServedRequest request : served()) {
                AccessRule rule = request.rule().orElseThrow();
                if (!rule.isOfPage()) {
                    String name = request + " by " + holder.grant();
                    boolean allowed = rule.audience() == Audience.EVERYBODY
                            || rule.audience() == Audience.ANY_ACCOUNT
                            || (rule.roles().contains(holder.grant().role()) && holder.within());
                    expected.put(name, allowed ? "let through" : "403");
                    actual.put(name, outcome(status(request, holder.grant().role(), token)));
                }
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void withoutATokenOnlyWhatIsForEverybodyIsReached() {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        for (ServedRequest request : served()) {
            AccessRule rule = request.rule().orElseThrow();
            if (!rule.isOfPage()) {
                expected.put(request.toString(), rule.audience() == Audience.EVERYBODY ? "let through" : "401");
                actual.put(
                        request.toString(),
                        outcome(HTTP.send(request.method(), address(request), "{}")
                                .orElseThrow()
                                .status()));
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    /** The page asks for a session; a token, of whatever role, is none. */
    @Test
    void aTokenOpensNoPageOfTheDesk() {
        String token = ISSUER.token("account-1", "national-desk", "arbiter", "system-operator");
        List<ServedRequest> pages = served().stream()
                .filter(request -> request.rule().orElseThrow().isOfPage())
                .toList();

        assertThat(pages)
                .isNotEmpty()
                .allSatisfy(page -> assertThat(status(page, AccountRole.NATIONAL_DESK, token))
                        .isEqualTo(HTTP.send(page.method(), address(page), "{}")
                                .orElseThrow()
                                .status()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "intake", "routing", "sla", "notification", "account"})
    void everyServiceChecksTheToken(String service) {
        Date past = Date.from(Instant.now().minusSeconds(600));
        assertThat(deadLetters(service, claims -> claims)).isEqualTo(200);
        assertThat(deadLetters(service, claims -> claims.issuer("http://localhost:1")))
                .isEqualTo(401);
        assertThat(deadLetters(service, claims -> claims.audience("another"))).isEqualTo(401);
        assertThat(deadLetters(service, claims -> claims.expirationTime(past))).isEqualTo(401);
        assertThat(deadLetters(service, claims -> claims.claim("scope", "pintu.write")))
                .isEqualTo(403);
        assertThat(deadLetters(service, claims -> claims.claim("roles", List.of())))
                .isEqualTo(403);
    }

    @Test
    void everyServiceRefusesTheTokensOfARevokedSignIn() throws Exception {
        String token = operator(claims -> claims.claim("sid", "sign-in-1"));
        assertThat(deadLetters("intake", token)).isEqualTo(200);

        try (KafkaProducer<byte[], byte[]> producer = server.clients().producer(Map.of())) {
            producer.send(new ProducerRecord<>(
                            TokenRevocationIndex.TOPIC,
                            TokenRevocationIndex.sessionKey("sign-in-1").getBytes(UTF_8),
                            "{\"issuedUntil\":\"%s\"}".formatted(Instant.now()).getBytes(UTF_8)))
                    .get();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                List.of("portal", "intake", "routing", "sla", "notification", "account"))
                        .allSatisfy(service ->
                                assertThat(deadLetters(service, token)).isEqualTo(401)));
        assertThat(deadLetters("intake", operator(claims -> claims.claim("sid", "sign-in-2"))))
                .isEqualTo(200);
    }

    @Test
    void aChangeOfTheRegistrySaysWhichAccountMadeItByWhichRole() {
        String address = server.addresses().get("routing") + "/v1/registry/institutions/" + CITY;
        String bearer = "Bearer " + ISSUER.token("account-7", "system-operator", "national-desk");

        assertThat(HTTP.send(
                                "PATCH",
                                address,
                                "{\"name\": \"Pemerintah Kota Semarang (uji)\", \"why\": \"Uji coba\"}",
                                "Authorization",
                                bearer,
                                "If-Match",
                                "\"1\"")
                        .orElseThrow()
                        .status())
                .isEqualTo(200);

        assertThat(HTTP.send("GET", address + "/history", "", "Authorization", bearer)
                        .orElseThrow()
                        .body()
                        .path(1)
                        .path("by")
                        .asString())
                .isEqualTo("account-7 national-desk");
    }

    private static int deadLetters(String service, UnaryOperator<JWTClaimsSet.Builder> change) {
        return deadLetters(service, operator(change));
    }

    private static String operator(UnaryOperator<JWTClaimsSet.Builder> change) {
        return ISSUER.token("account-1", claims -> change.apply(claims.claim("roles", List.of("system-operator"))));
    }

    private static int deadLetters(String service, String token) {
        return HTTP.send(
                        "GET",
                        server.addresses().get(service) + "/v1/dead-letters",
                        "",
                        "Authorization",
                        "Bearer " + token)
                .orElseThrow()
                .status();
    }

    private static Stream<RoleHolder> holders() {
        return Arrays.stream(AccountRole.values())
                .flatMap(role -> GRANTS.containsKey(role)
                        ? Stream.of(0, 1)
                                .map(i -> new RoleHolder(
                                        RoleGrant.parse(role.wireName()
                                                + GRANTS.get(role).get(i)),
                                        i == 0))
                        : Stream.of(new RoleHolder(RoleGrant.nationwide(role), true)));
    }

    /** Each role at the queue of the desk that is its own. */
    private static int status(ServedRequest request, AccountRole role, String token) {
        String query =
                role == AccountRole.ARBITER && request.path().equals("/v1/desk/complaints") ? "?queue=arbiter" : "";
        return HTTP.send(request.method(), address(request) + query, "{}", "Authorization", "Bearer " + token)
                .orElseThrow()
                .status();
    }

    private static String outcome(int status) {
        return status == 401 || status == 403 ? String.valueOf(status) : "let through";
    }

    private static String address(ServedRequest request) {
        return server.addresses().get(request.service()) + request.sample();
    }

    /** The mappings of all controllers, and what Spring serves besides. */
    private static List<ServedRequest> served() {
        Stream<ServedRequest> mapped = CONTROLLERS.stream()
                .flatMap(
                        controller -> controller.getMethods().stream().flatMap(handler -> served(controller, handler)));
        Stream<ServedRequest> others = server.addresses().keySet().stream()
                .filter(service -> !service.equals("broker"))
                .flatMap(service -> Stream.of("/actuator/health", "/actuator/metrics", "/v3/api-docs")
                        .map(path -> new ServedRequest(service, "GET", path)));
        Stream<ServedRequest> files = Stream.of(
                        "/static/portal.css",
                        "/webjars/picocss__pico/2.1.1/css/pico.min.css",
                        "/sw.js",
                        "/manifest.webmanifest",
                        "/robots.txt")
                .map(path -> new ServedRequest("portal", "GET", path));
        return Stream.of(mapped, others, files).flatMap(each -> each).distinct().toList();
    }

    private static final List<JavaClass> CONTROLLERS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("id.pintu").stream()
                    .filter(type -> type.isMetaAnnotatedWith(Controller.class) && !type.isAnnotation())
                    .toList();

    private static Stream<ServedRequest> served(JavaClass controller, JavaMethod handler) {
        MergedAnnotation<RequestMapping> mapping = MergedAnnotations.from(
                        handler.reflect(), SearchStrategy.TYPE_HIERARCHY)
                .get(RequestMapping.class);
        if (!mapping.isPresent() || controller.getSimpleName().equals("ProblemErrorController")) {
            return Stream.empty();
        }
        List<String> prefixes =
                paths(MergedAnnotations.from(controller.reflect()).get(RequestMapping.class));
        RequestMethod[] methods = mapping.getEnumArray("method", RequestMethod.class);
        return services(controller)
                .flatMap(service -> prefixes.stream()
                        .flatMap(prefix -> paths(mapping).stream()
                                .flatMap(path -> (methods.length == 0
                                                ? Stream.of("GET", "POST")
                                                : Arrays.stream(methods).map(Enum::name))
                                        .map(method -> new ServedRequest(service, method, prefix + path)))));
    }

    /** The service of a controller; those of service-support are in each. */
    private static Stream<String> services(JavaClass controller) {
        String owner = controller.getPackageName().split("\\.", -1)[2];
        return owner.equals("support")
                ? server.addresses().keySet().stream().filter(service -> !service.equals("broker"))
                : Stream.of(owner);
    }

    private static List<String> paths(MergedAnnotation<RequestMapping> mapping) {
        String[] paths = mapping.isPresent() ? mapping.getStringArray("path") : new String[0];
        return paths.length == 0 ? List.of("") : List.of(paths);
    }
}
