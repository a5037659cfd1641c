package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.BuiltInChannel;
import id.pintu.support.keys.InstallationSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * Test of an institution's inbox in a real browser, of the width of a small telephone: a liaison officer is invited, signs in, and
 * works ten complaints, seven with the keyboard and three without JavaScript. axe finds nothing on any page, in both languages.
 */
class InboxBrowserTest {

    private static final ServicePorts PORTS = new ServicePorts(19_300);
    private static final String ACCOUNTS = "http://localhost:" + (8085 + PORTS.offset());
    private static final String INBOX = "http://localhost:" + (8080 + PORTS.offset()) + "/instansi";
    private static final String SEMARANG = INBOX + "/D.33.74";
    private static final String PASSWORD = "kuda baterai staples benar";
    private static final Pattern LINK = Pattern.compile(ACCOUNTS + "/\\S+\\?kunci=[A-Za-z0-9_-]+");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int COMPLAINTS = 10;
    private static final int BY_KEYBOARD = 7;
    private static final int NARROW = 360;
    private static final String[] THINGS = {
        "Jalan berlubang", "Lampu jalan padam", "Saluran air tersumbat", "Trotoar rusak", "Sampah menumpuk",
        "Pohon tumbang", "Rambu hilang", "Taman gelap", "Pasar becek", "Halte roboh"
    };

    private static final GreenMail MAILBOXES =
            new GreenMail(new ServerSetup(PORTS.mail(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private static Path directory;

    private static AllInOneServer server;

    @BeforeAll
    static void open() {
        assumeTrue(HeadlessChromium.isInstalled(), "no browser is installed");
        MAILBOXES.start();
        server = AllInOneServer.start(directory, PORTS, InstantSource.system(), Map.of());
        inviteOfficer();
        submitReports();
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
            MAILBOXES.stop();
        }
    }

    @Test
    void aLiaisonOfficerWorksTenComplaints() {
        List<String> worked = new ArrayList<>();
        try (HeadlessChromium officer = HeadlessChromium.open(NARROW, true)) {
            signIn(officer);
            assertThat(officer.address()).startsWith(SEMARANG);
            assertThat(officer.textOf("h1")).isEqualTo("Pemerintah Kota Semarang");
            await().atMost(LIMIT).until(() -> {
                officer.open(SEMARANG);
                return officer.count("[data-item]") == COMPLAINTS;
            });
            checkPages(officer);
            for (int i = 0; i < BY_KEYBOARD; i++) {
                worked.add(workByKeyboard(officer));
            }
        }
        try (HeadlessChromium officer = HeadlessChromium.open(NARROW, false)) {
            signIn(officer);
            for (int i = BY_KEYBOARD; i < COMPLAINTS; i++) {
                worked.add(workWithoutScript(officer));
            }
            officer.open(SEMARANG + "?daftar=answered");
            assertThat(officer.count("[data-item]")).isEqualTo(COMPLAINTS);
            officer.open(SEMARANG);
            assertThat(officer.text()).contains("Tidak ada laporan terbuka");
        }
        assertThat(worked).hasSize(COMPLAINTS).doesNotHaveDuplicates();
    }

    /** Every kind of page: as wide as the screen, and without a violation. */
    private static void checkPages(HeadlessChromium officer) {
        officer.click("[data-item]");
        String complaint = officer.address().replaceFirst("\\?.*", "");
        for (String page : List.of(
                SEMARANG,
                SEMARANG + "?daftar=ended",
                complaint,
                SEMARANG + "/kinerja",
                SEMARANG + "/jawaban-baku",
                INBOX)) {
            for (String language : List.of("id", "en")) {
                officer.open(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
                officer.openAllDetails();
                assertThat(officer.accessibilityViolations())
                        .as(page + " " + language)
                        .isEmpty();
                assertThat(officer.fitsItsWidth()).as(page + " " + language).isTrue();
            }
        }
        officer.open(complaint);
        assertThat(officer.text())
                .contains("hari kerja verifikasi oleh instansi", "Mengapa laporan ini ada di sini")
                .contains("3 hari kerja sejak");
    }

    /** From the list: J, Enter, V; then B, the answer, Tab, Enter; then U. */
    private static String workByKeyboard(HeadlessChromium officer) {
        openFirst(officer);
        officer.press("j");
        officer.press(Keys.ENTER);
        await().atMost(LIMIT).until(() -> officer.count(".case-head") == 1);
        String number = officer.textOf(".case-head .reference");
        officer.press("v");
        await().atMost(LIMIT).until(() -> officer.text().contains("Terverifikasi."));
        officer.press("b");
        officer.press("Sudah kami kerjakan pada hari ini, dengan hasil yang baik.");
        officer.press(Keys.TAB);
        officer.press(Keys.ENTER);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(officer.text()).contains("Jawaban akhir dapat diurungkan"));
        officer.press("u");
        awaitAnswered(officer, number);
        return number;
    }

    private static String workWithoutScript(HeadlessChromium officer) {
        openFirst(officer);
        officer.click("[data-item]");
        String number = officer.textOf(".case-head .reference");
        officer.click(".main-act");
        assertThat(officer.text()).contains("Terverifikasi.");
        officer.click("#jawab > summary");
        officer.choose("#contoh", "sudah-diperbaiki");
        officer.click("#jawab button[name=siapkan]");
        officer.click("#jawab form > button");
        assertThat(officer.text()).contains("kurung kurawal");
        officer.type("#jawab-answer", "Sudah kami kerjakan, dengan hasil yang baik.");
        officer.click("#jawab form > button");
        assertThat(officer.text()).contains("Jawaban akhir dapat diurungkan", "Sesudahnya halaman ini dimuat lagi");
        awaitAnswered(officer, number);
        return number;
    }

    private static void openFirst(HeadlessChromium officer) {
        officer.open(SEMARANG);
        assertThat(officer.fitsItsWidth()).isTrue();
    }

    /** The list follows the ledger, and an answer can be undone for some seconds. */
    private static void awaitAnswered(HeadlessChromium officer, String number) {
        await().atMost(LIMIT).until(() -> {
            officer.open(SEMARANG);
            return !officer.text().contains(number);
        });
    }

    private static void signIn(HeadlessChromium officer) {
        officer.open(SEMARANG);
        officer.click("#masuk");
        officer.type("#email", "sari@semarang.example");
        officer.type("#sandi", PASSWORD);
        officer.click("main form button");
    }

    /** By an administrator, whom the set-up link makes. */
    private static void inviteOfficer() {
        try (HeadlessChromium admin = HeadlessChromium.open()) {
            admin.open(ACCOUNTS + "/penyiapan?kunci="
                    + new InstallationSecret(server.secret()).deriveKey("account-set-up"));
            admin.type("#nama", "Admin Pertama");
            admin.type("#email", "admin@lapor.example");
            admin.type("#sandi", PASSWORD);
            admin.click("main button");
            admin.open(ACCOUNTS + "/masuk");
            admin.type("#email", "admin@lapor.example");
            admin.type("#sandi", PASSWORD);
            admin.click("main form button");
            admin.open(ACCOUNTS + "/akun/petugas");
            admin.click("details summary");
            admin.type("#nama", "Sari Semarang");
            admin.type("#email", "sari@semarang.example");
            admin.choose("#peran", "liaison-officer");
            admin.type("#instansi", "D.33.74");
            admin.click("form[action='/akun/petugas/undang'] button");
            await().atMost(LIMIT)
                    .until(() -> MAILBOXES.getReceivedMessagesForDomain("sari@semarang.example").length == 1);
        }
        String mail = GreenMailUtil.getBody(MAILBOXES.getReceivedMessagesForDomain("sari@semarang.example")[0])
                .replace("=\r\n", "")
                .replace("=3D", "=");
        Matcher link = LINK.matcher(mail);
        assertThat(link.find()).isTrue();
        try (HeadlessChromium officer = HeadlessChromium.open()) {
            officer.open(link.group());
            officer.type("#sandi", PASSWORD);
            officer.click("main form button");
        }
    }

    private static void submitReports() {
        String key = BuiltInChannel.COMMAND_LINE.key(new InstallationSecret(server.secret()));
        for (String thing : THINGS) {
            assertThat(new JsonTestClient()
                            .send(
                                    "POST",
                                    PORTS.intake() + "/v1/complaints",
                                    """
                                    {"text": "%s di Jl. Pandanaran, sudah dua minggu tidak ditangani.",
                                     "wishedInstitution": "D.33.74", "place": {"regionCode": "33.74"}}
                                    """.formatted(thing),
                                    "Authorization",
                                    "Bearer " + key)
                            .orElseThrow()
                            .status())
                    .isEqualTo(201);
        }
    }
}
