package id.pintu.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.accounts.PortalOAuthClient;
import id.pintu.support.keys.InstallationSecret;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Test of an installation whose people and programs sign in at another OpenID provider: the account-service of a second
 * installation, configured as the foreign issuer, with its roles mapped to others here.
 */
class ForeignIssuerSystemTest {

    private static final ServicePorts PROVIDER = new ServicePorts(15_300);
    private static final ServicePorts HERE = new ServicePorts(15_500);
    private static final String EMAIL = "operator@penyedia.example";
    private static final String PASSWORD = "kuda baterai staples benar";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final JsonTestClient HTTP = new JsonTestClient();

    @TempDir
    private static Path directory;

    private static AllInOneServer provider;
    private static AllInOneServer here;

    @BeforeAll
    static void open() {
        provider = AllInOneServer.start(
                directory.resolve("provider"),
                PROVIDER,
                InstantSource.system(),
                Map.of("pintu.account.portals", HERE.portal()));
        Map<String, String> foreign = Map.of(
                "issuer-uri",
                PROVIDER.accounts(),
                "client-id",
                PortalOAuthClient.ID,
                "client-secret",
                PortalOAuthClient.secret(new InstallationSecret(provider.secret())),
                "roles[system-operator]",
                "national-desk",
                "roles[integrator@D.33.74]",
                "integrator@D.33.72");
        here = AllInOneServer.start(
                directory.resolve("here"),
                HERE,
                InstantSource.system(),
                foreign.entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> "pintu.account.foreign." + each.getKey(), Map.Entry::getValue)));
    }

    @AfterAll
    static void close() {
        if (here != null) {
            here.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    void aProgramOfTheProviderHasTheRoleThatItsOwnIsMappedTo() {
        String token = programToken(provider, PROVIDER);

        assertThat(incidents("D.33.72", token)).isEqualTo(200);
        assertThat(incidents("D.33.74", token)).isEqualTo(403);
    }

    @Test
    void tokensOfTheInstallationsOwnAccountServiceAreAcceptedNoMore() {
        assertThat(incidents("D.33.74", programToken(here, HERE))).isEqualTo(401);
    }

    @Test
    void aPersonSignsInAtTheProviderAndWorksAtTheDeskHere() throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        String link = PROVIDER.accounts() + "/penyiapan";
        String token = new InstallationSecret(provider.secret()).deriveKey("account-set-up");
        HttpResponse<String> form = get(browser, link + "?kunci=" + token);
        post(
                browser,
                link,
                form,
                Map.of("kunci", token, "nama", "Operator Penyedia", "email", EMAIL, "sandi", PASSWORD));

        HttpResponse<String> signIn = get(browser, HERE.portal() + "/meja/masuk/pintu");
        assertThat(signIn.uri().toString()).startsWith(PROVIDER.accounts() + "/masuk");
        HttpResponse<String> desk =
                post(browser, PROVIDER.accounts() + "/masuk", signIn, Map.of("email", EMAIL, "sandi", PASSWORD));

        assertThat(desk.uri().toString()).startsWith(HERE.portal() + "/meja");
        assertThat(desk.statusCode()).isEqualTo(200);
        assertThat(desk.body()).contains("menunggu");
    }

    private static int incidents(String institution, String token) {
        return HTTP.get(
                        here.addresses().get("routing") + "/v1/agencies/" + institution + "/incidents",
                        "Authorization",
                        "Bearer " + token)
                .orElseThrow()
                .status();
    }

    /** Token of the program of Kota Semarang, D.33.74, from an installation's account-service. */
    private static String programToken(AllInOneServer server, ServicePorts ports) {
        String operator = "Bearer " + new InstallationSecret(server.secret()).operatorToken();
        String key = HTTP.post(
                        server.addresses().get("routing") + "/v1/keys/D.33.74",
                        Map.of("renew", true),
                        "Authorization",
                        operator)
                .orElseThrow()
                .body()
                .path("key")
                .asString();
        String client = "Basic " + Base64.getEncoder().encodeToString(("D.33.74:" + key).getBytes(UTF_8));
        // account-service reads the new key from its topic.
        return Awaitility.await()
                .until(
                        () -> HTTP.send(
                                        "POST",
                                        ports.accounts() + "/oauth2/token",
                                        "grant_type=client_credentials&scope=pintu.read",
                                        "Authorization",
                                        client,
                                        "Content-Type",
                                        "application/x-www-form-urlencoded")
                                .orElseThrow(),
                        answer -> answer.status() == 200)
                .body()
                .path("access_token")
                .asString();
    }

    private static HttpResponse<String> get(HttpClient browser, String address)
            throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Submits a form with the CSRF token of the page that it is on. */
    private static HttpResponse<String> post(
            HttpClient browser, String address, HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(page.body());
        assertThat(csrf.find()).as("CSRF token in %s", page.body()).isTrue();
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", csrf.group(1));
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
