package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Test of the citizens' pages in a real browser, of the width of a small telephone: a report is filed, asked about, answered,
 * contested and rated, with JavaScript and without; a draft is filed without a network; axe finds nothing on any page, in both languages and
 * both colour schemes.
 */
class CitizenBrowserTest {

    private static final ServicePorts PORTS = new ServicePorts(16_300);
    private static final String PORTAL = "http://localhost:" + (8080 + PORTS.offset());
    private static final String CITY = "D.33.74";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int NARROW = 360;

    @TempDir
    private static Path directory;

    private static AllInOneServer server;
    private static FeedTestClient city;

    private final JsonTestClient http = new JsonTestClient();

    @BeforeAll
    static void open() {
        assumeTrue(HeadlessChromium.isInstalled(), "no browser is installed");
        server = AllInOneServer.start(directory, PORTS, InstantSource.system(), Map.of());
        city = new FeedTestClient(PORTS, CITY, "Bearer " + new InstallationSecret(server.secret()).operatorToken());
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aReportIsFiledInStepsAndFollowedToItsEnd() {
        try (HeadlessChromium reporter = HeadlessChromium.open(NARROW, true)) {
            reporter.open(PORTAL + "/");
            assertThat(reporter.textOf("#step-count")).isEqualTo("Langkah 1 dari 4");
            assertThat(reporter.isVisible("#place\\.description")).isFalse();
            reporter.type("#text", "Jalan berlubang di Jl. Pandanaran. Hubungi saya di 0812-3456-7890.");
            reporter.click("#personal-data-mask");
            reporter.click("#step-next");
            reporter.type("#place\\.description", "Jl. Pandanaran");
            reporter.choose("#place\\.regionCode", "33.74");
            reporter.click("#step-next");
            reporter.click("#step-next");
            assertThat(reporter.textOf("#check-list"))
                    .contains("Jalan berlubang di Jl. Pandanaran. Hubungi saya di [telepon].", "Kota Semarang");
            reporter.click("#langkah-periksa button[type=submit]");

            assertThat(reporter.address()).contains("/lapor/diterima?nomor=");
            String number = reporter.textOf("#tracking-number");
            checkPage(reporter, reporter.address());
            track(reporter, number, "Terdisposisi ke Pemerintah Kota Semarang");
            assertThat(reporter.textOf("#own")).isEqualTo("Laporan Anda");

            act(number, "verify", Map.of());
            act(number, "ask", Map.of("question", "Di depan nomor berapa?"));
            track(reporter, number, "Giliran Anda");
            assertThat(reporter.textOf(".turn")).contains("Di depan nomor berapa?");
            checkPage(reporter, reporter.address());
            reporter.click(".turn a");
            checkPage(reporter, reporter.address());
            reporter.click("form.reporter-action button[type=submit]");
            assertThat(reporter.textOf("[role=alert]")).contains("Belum dikirim");
            assertThat(reporter.accessibilityViolations()).isEmpty();
            reporter.type("#text", "Di depan nomor 12.");
            reporter.click("form.reporter-action button[type=submit]");
            assertThat(reporter.textOf("[role=status]")).contains("tambahan Anda sudah kami terima");
            track(reporter, number, "Di depan nomor 12.");

            act(number, "resolve", Map.of("answer", "Lubang sudah kami tambal pada hari ini."));
            track(reporter, number, "Lubang sudah kami tambal");
            reporter.click(".turn a[href*=keberatan]");
            reporter.type("#text", "Masih berlubang di sisi timur.");
            reporter.click("form.reporter-action button[type=submit]");
            track(reporter, number, "Masih berlubang di sisi timur.");
            await().atMost(LIMIT)
                    .until(() ->
                            post(number, "resolve", Map.of("answer", "Sisi timur juga sudah kami tambal.")) == 204);
            track(reporter, number, "Sisi timur juga sudah kami tambal.");
            reporter.click(".turn a[href*=nilai]");
            reporter.click("#stars-5");
            reporter.click("form.reporter-action button[type=submit]");
            track(reporter, number, "Selesai");

            reporter.click("form[action*=tutup] button");
            assertThat(reporter.text()).contains("tidak lagi terbuka");
        }
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        try (HeadlessChromium reporter = HeadlessChromium.open(NARROW, false)) {
            reporter.open(PORTAL + "/");
            reporter.click("#langkah-periksa button[type=submit]");
            assertThat(reporter.textOf("[role=alert]")).contains("Isi laporan wajib diisi");
            reporter.type("#text", "Jalan berlubang di Jl. Pandanaran.");
            reporter.choose("#place\\.regionCode", "33.74");
            reporter.click("#langkah-periksa button[type=submit]");
            String number = reporter.textOf("#tracking-number");
            String key = reporter.textOf("#reporter-key");

            track(reporter, number, "Terdisposisi ke");
            reporter.click("form[action*=tutup] button");
            reporter.click("#open > summary");
            reporter.type("#open-key", "salah");
            reporter.click("form[action*=buka] button");
            assertThat(reporter.textOf("#open-key-error")).contains("bukan kunci laporan ini");
            reporter.type("#open-key", key);
            reporter.click("form[action*=buka] button");
            reporter.click("a[href*=cabut]");
            reporter.type("#text", "Sudah menyala.");
            reporter.click("form.reporter-action button[type=submit]");
            assertThat(reporter.text()).contains("Laporan Anda segera dicabut.");
            track(reporter, number, "Dicabut");
        }
    }

    @Test
    void aReportWrittenWithoutANetworkIsSentWhenThereIsOne() {
        try (HeadlessChromium reporter = HeadlessChromium.open(NARROW, true)) {
            reporter.open(PORTAL + "/");
            reporter.connect(false);
            reporter.type("#text", "Sampah menumpuk di Jl. Pandanaran, Kota Semarang.");
            assertThat(reporter.isVisible("#offline-notice")).isTrue();
            for (int i = 0; i < 3; i++) {
                reporter.click("#step-next");
            }
            reporter.submitInPlace("#langkah-periksa button[type=submit]");
            assertThat(reporter.isVisible("#queued-notice")).isTrue();

            reporter.connect(true);

            await().atMost(LIMIT).until(() -> reporter.address().contains("/lapor/diterima"));
            reporter.open(PORTAL + "/");
            assertThat(reporter.isVisible("#draft-restored")).isFalse();
        }
    }

    @Test
    void aDraftSurvivesAndCanBeDiscarded() {
        try (HeadlessChromium reporter = HeadlessChromium.open(NARROW, true)) {
            reporter.open(PORTAL + "/");
            reporter.type("#text", "Trotoar rusak");
            reporter.open(PORTAL + "/lacak");
            reporter.open(PORTAL + "/");
            assertThat(reporter.isVisible("#draft-restored")).isTrue();
            assertThat(reporter.valueOf("#text")).isEqualTo("Trotoar rusak");
            reporter.click("#draft-discard");
            await().atMost(LIMIT).until(() -> reporter.valueOf("#text").isEmpty());
        }
    }

    @Test
    void everyPageIsAccessibleInBothLanguagesAndColourSchemes() {
        for (int width : List.of(320, 1_280)) {
            try (HeadlessChromium reader = HeadlessChromium.open(width, true)) {
                for (String page : List.of("/", "/lacak", "/lacak?nomor=K7QX-9D2M-4RTB-Z", "/tidak-ada")) {
                    checkPage(reader, PORTAL + page);
                }
            }
        }
    }

    private static void checkPage(HeadlessChromium reader, String address) {
        for (String language : List.of("en", "id")) {
            reader.open(
                    address.replaceAll("[?&]lang=..", "") + (address.contains("?") ? "&" : "?") + "lang=" + language);
            for (String scheme : List.of("dark", "light")) {
                reader.prefer(scheme);
                assertThat(reader.accessibilityViolations())
                        .as(address + " " + language + " " + scheme)
                        .isEmpty();
            }
            assertThat(reader.fitsItsWidth()).as(address + " " + language).isTrue();
        }
    }

    /** Opens the tracking page until it has a text. */
    private static void track(HeadlessChromium reporter, String number, String expected) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            reporter.open(PORTAL + "/lacak?nomor=" + number);
            assertThat(reporter.text()).contains(expected);
        });
    }

    private void act(String number, String action, Map<String, ?> body) {
        assertThat(post(number, action, body)).as(action).isEqualTo(204);
    }

    private int post(String number, String action, Map<String, ?> body) {
        return http.post(
                        PORTS.routing() + "/v1/agencies/" + CITY + "/complaints/" + number + "/" + action,
                        body,
                        "Authorization",
                        "Bearer " + city.key())
                .orElseThrow()
                .status();
    }
}
