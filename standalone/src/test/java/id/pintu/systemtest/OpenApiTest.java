package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.access.AccessRuleMatcher;
import id.pintu.support.access.AccessRules;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.audit.chain.AuditController;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.keys.BuiltInChannel;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.StoredInstitutionKey;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Test of each service's OpenAPI document against its controllers and the running service. */
class OpenApiTest {

    /** The one service that shows the audit log. */
    private static final String AUDIT_KEEPER = "account";

    private static final ServicePorts PORTS = new ServicePorts(8_300);
    private static final String CITY = "D.33.74";
    private static final List<String> BEARERS = List.of("institutionKey", "deskKey", "channelKey", "operatorToken");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.pintu");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static AllInOneServer server;

    private static final JsonTestClient HTTP = new JsonTestClient();

    @BeforeAll
    static void open() {
        server = AllInOneServer.start(directory, PORTS, InstantSource.system(), Map.of());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "intake", "routing", "sla", "notification", "account"})
    void isServedWithoutAKeyAsVersion31AndHasNoDanglingReferences(String service) {
        JsonNode document = document(service);
        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        assertThat(document.path("info").path("title").asString()).isEqualTo("Pintu " + service + "-service");
        assertThat(document.path("info").path("version").asString()).isNotBlank();
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isObject())
                        .as(ref)
                        .isTrue());
        operations(document).forEach((name, operation) -> {
            assertThat(operation.path("responses")).as(name).isNotEmpty();
            operation
                    .path("security")
                    .forEach(requirement -> requirement
                            .propertyNames()
                            .forEach(key -> assertThat(document.at("/components/securitySchemes/" + key + "/type")
                                            .asString())
                                    .as(name)
                                    .isIn("http", "apiKey")));
            assertThat(operation
                            .path("parameters")
                            .valueStream()
                            .filter(parameter -> parameter.path("in").asString().equals("path"))
                            .map(parameter -> "{" + parameter.path("name").asString() + "}"))
                    .as(name)
                    .allSatisfy(parameter -> assertThat(name).contains(parameter));
        });
        assertThat(operations(document).values().stream()
                        .map(operation -> operation.path("operationId").asString()))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(document.toString()).doesNotContain("{@", "id.pintu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "intake", "routing", "sla", "notification", "account"})
    void listsExactlyTheOperationsOfTheControllers(String service) {
        assertThat(operations(document(service)).keySet()).isEqualTo(served(service, handler -> true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "intake", "routing", "sla", "notification", "account"})
    void documentsTheIdempotencyKeyWhereTheCodeUsesIt(String service) {
        Set<String> documented = operations(document(service)).entrySet().stream()
                .filter(each -> headers(each.getValue()).contains("Idempotency-Key"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).isEqualTo(served(service, OpenApiTest::usesCommandGate));
    }

    /** Changes nothing: each request is invalid. */
    @ParameterizedTest
    @ValueSource(strings = {"portal", "intake", "routing", "sla", "notification", "account"})
    void namesTheKeysThatAuthorizeEachOperation(String service) {
        InstallationSecret secret = new InstallationSecret(server.secret());
        Map<String, String> holders = Map.of(
                "none", "",
                "institutionKey", StoredInstitutionKey.clearText(secret, CITY, 1),
                "deskKey", StoredInstitutionKey.clearText(secret, StoredInstitutionKey.DESK, 1),
                "channelKey", BuiltInChannel.COMMAND_LINE.key(secret),
                "operatorToken", secret.operatorToken());
        operations(document(service)).forEach((name, operation) -> {
            List<String> named = keys(operation);
            boolean forAnybody =
                    !named.contains("accessToken") && BEARERS.stream().noneMatch(named::contains);
            holders.forEach((holder, key) -> {
                boolean mayBeCalled = forAnybody || named.contains(holder);
                assertThat(status(service, name, key))
                        .as("%s by %s", name, holder)
                        .matches(status -> mayBeCalled == (status != 401 && status != 403));
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "intake", "routing", "sla", "notification", "account"})
    void namesTheRolesThatAuthorizeEachOperation(String service) {
        AccessRuleMatcher rules = new AccessRuleMatcher(AccessRules.ALL);
        operations(document(service)).forEach((name, operation) -> {
            String[] request = name.split(" ", 2);
            List<String> roles = rules
                    .find(request[0].toUpperCase(Locale.ROOT), request[1].replaceAll("\\{[^}]+}", "X"))
                    .orElseThrow()
                    .rule()
                    .roles()
                    .stream()
                    .map(AccountRole::wireName)
                    .toList();
            assertThat(operation
                            .path("security")
                            .valueStream()
                            .flatMap(each -> each.path("accessToken").valueStream())
                            .map(JsonNode::asString))
                    .as(name)
                    .containsExactlyElementsOf(roles);
        });
    }

    @Test
    void operationsOnAReportNeedTheReporterKey() {
        operations(document("intake"))
                .forEach((name, operation) -> assertThat(keys(operation))
                        .as(name)
                        .isEqualTo(
                                name.contains("/v1/complaints/{id}")
                                        ? List.of("reporterKey")
                                        : name.contains("/v1/channel-keys") || name.contains("/v1/dead-letters")
                                                ? List.of("accessToken", "operatorToken")
                                                : name.contains("/v1/sms") ? List.of("channelKey") : List.of()));
        JsonNode scheme = document("intake").at("/components/securitySchemes/reporterKey");
        assertThat(scheme.path("in").asString()).isEqualTo("header");
        assertThat(scheme.path("name").asString()).isEqualTo("Reporter-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "intake", "routing", "sla", "notification", "account"})
    void everyOperationHasAProblemAsDefaultResponse(String service) {
        JsonNode document = document(service);
        operations(document)
                .forEach((name, operation) -> assertThat(
                                operation.at("/responses/default/$ref").asString())
                        .as(name)
                        .isEqualTo("#/components/responses/ProblemDetail"));
        assertThat(document.at("/components/responses/ProblemDetail/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/ProblemDetail");
    }

    @Test
    void aProblemResponseHasTheDocumentedFields() {
        JsonNode schemas = document("intake").at("/components/schemas");
        JsonNode real = HTTP.post(address("intake") + "/v1/complaints", Map.of("text", ""))
                .orElseThrow()
                .body();
        assertThat(schemas.at("/ProblemDetail/properties").propertyNames()).containsAll(real.propertyNames());
        assertThat(real.path("errors")).isNotEmpty();
        assertThat(schemas.at("/ProblemFieldError/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(real.path("errors").path(0).propertyNames());
    }

    @Test
    void hasTheDescriptionsOfTheJavadocAndTheWireNamesOfConstants() {
        JsonNode routing = document("routing");
        assertThat(routing.at("/paths/~1v1~1desk~1complaints~1{id}~1rule/post/summary")
                        .asString())
                .isEqualTo("Decides between institutions that do not agree; binding, and a precedent.");
        assertThat(routing.at("/components/schemas/RulingForm/properties/grounds/description")
                        .asString())
                .isEqualTo("why");
        assertThat(document("intake")
                        .at("/components/schemas/ComplaintSubmissionForm/properties/kind/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("supervisory-complaint");
    }

    private static JsonNode document(String service) {
        JsonTestClient.JsonTestResponse response =
                HTTP.get(address(service) + "/v3/api-docs").orElseThrow();
        assertThat(response.status()).isEqualTo(200);
        return response.body();
    }

    /** Operations by method and path, such as {@code get /v1/calendars}. */
    private static Map<String, JsonNode> operations(JsonNode document) {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        document.path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, operation) -> operations.put(method + " " + path, operation)));
        assumeThat(operations).isNotEmpty();
        return operations;
    }

    private static List<String> headers(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("header"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    private static List<String> keys(JsonNode operation) {
        return operation
                .path("security")
                .valueStream()
                .flatMap(requirement -> requirement.propertyNames().stream())
                .toList();
    }

    private static Set<String> served(String service, Predicate<JavaMethod> filter) {
        return CLASSES.stream()
                .filter(type -> Stream.of("id.pintu." + service + ".", "id.pintu.support.")
                        .anyMatch(type.getPackageName()::startsWith))
                .filter(type -> service.equals(AUDIT_KEEPER)
                        || !type.getPackageName().equals(AuditController.class.getPackageName()))
                .filter(type -> type.isAnnotatedWith(RestController.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(filter)
                .flatMap(OpenApiTest::mappings)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> mappings(JavaMethod handler) {
        MergedAnnotation<RequestMapping> mapping = MergedAnnotations.from(
                        handler.reflect(), SearchStrategy.TYPE_HIERARCHY)
                .get(RequestMapping.class);
        if (!mapping.isPresent()) {
            return Stream.empty();
        }
        String method =
                mapping.getEnumArray("method", RequestMethod.class)[0].name().toLowerCase(Locale.ROOT);
        return Stream.of(method + " "
                + path(MergedAnnotations.from(handler.getOwner().reflect()).get(RequestMapping.class)) + path(mapping));
    }

    private static String path(MergedAnnotation<RequestMapping> mapping) {
        return mapping.isPresent() ? String.join("", mapping.getStringArray("path")) : "";
    }

    /** Whether a handler uses the command gateway, directly or through methods of its controller. */
    private static boolean usesCommandGate(JavaMethod method) {
        return usesCommandGate(method, new HashSet<>());
    }

    private static boolean usesCommandGate(JavaMethod method, Set<String> seen) {
        return seen.add(method.getFullName())
                && method.getMethodCallsFromSelf().stream()
                        .map(JavaAccess::getTarget)
                        .anyMatch(target -> target.getOwner().isEquivalentTo(CommandGateway.class)
                                ? Set.of("sendAndAwait", "idempotencyKey").contains(target.getName())
                                : target.getOwner()
                                                .getPackageName()
                                                .equals(method.getOwner().getPackageName())
                                        && target.getOwner().getMethods().stream()
                                                .filter(each ->
                                                        each.getFullName().equals(target.getFullName()))
                                                .anyMatch(each -> usesCommandGate(each, seen)));
    }

    private static int status(String service, String operation, String key) {
        int gap = operation.indexOf(' ');
        String method = operation.substring(0, gap).toUpperCase(Locale.ROOT);
        String path = operation
                .substring(gap + 1)
                .replaceAll("(?<=/agencies/)\\{code}", CITY)
                .replaceAll("\\{[^}]+}", "X");
        String[] headers = key.isEmpty() ? new String[0] : new String[] {"Authorization", "Bearer " + key};
        return HTTP.send(method, address(service) + path, "{}", headers)
                .orElseThrow()
                .status();
    }

    private static String address(String service) {
        return server.addresses().getOrDefault(service, "");
    }
}
