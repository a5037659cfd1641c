package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.bastiaanjansen.otp.TOTPGenerator;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Test of the account pages in a real browser: the set-up link, an invitation, a passkey, one-time codes, ten wrong passwords,
 * a new password, and a session that is ended elsewhere, up to the desk's page of the portal.
 */
class AccountBrowserTest {

    private static final ServicePorts PORTS = new ServicePorts(19_100);
    private static final String ACCOUNTS = "http://localhost:" + (8085 + PORTS.offset());
    private static final String DESK = "http://localhost:" + (8080 + PORTS.offset()) + "/meja";
    private static final String ADMIN = "admin@lapor.example";
    private static final String PASSWORD = "kuda baterai staples benar";
    private static final Pattern LINK = Pattern.compile(ACCOUNTS + "/\\S+\\?kunci=[A-Za-z0-9_-]+");
    private static final int NARROW = 360;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final GreenMail MAILBOXES =
            new GreenMail(new ServerSetup(PORTS.mail(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private static Path directory;

    private static AllInOneServer server;
    private static HeadlessChromium admin;

    @BeforeAll
    static void open() {
        assumeTrue(HeadlessChromium.isInstalled(), "no browser is installed");
        MAILBOXES.start();
        server = AllInOneServer.start(directory, PORTS, InstantSource.system(), Map.of());
        admin = HeadlessChromium.open();
        setUp();
    }

    @AfterAll
    static void close() {
        if (server != null) {
            admin.close();
            server.close();
            MAILBOXES.stop();
        }
    }

    /** The set-up link makes the first administrator, and works once. */
    private static void setUp() {
        String link =
                ACCOUNTS + "/penyiapan?kunci=" + new InstallationSecret(server.secret()).deriveKey("account-set-up");
        admin.open(link);
        admin.type("#nama", "Admin Pertama");
        admin.type("#email", ADMIN);
        admin.type("#sandi", "kuda admin staples benar");
        admin.click("main button");
        assertThat(admin.text()).contains("terlalu mudah ditebak");
        admin.type("#sandi", PASSWORD);
        admin.click("main button");
        signIn(admin, ADMIN, PASSWORD);
        assertThat(admin.textOf("h1")).isEqualTo("Admin Pertama");
        try (HeadlessChromium other = HeadlessChromium.open()) {
            other.open(link);
            assertThat(other.text()).contains("Tautan tidak berlaku lagi");
        }
    }

    @Test
    void anInvitedOfficerOfTheDeskReachesTheDeskWithOneSignIn() {
        invite("Sari Desk", "sari@lapor.example", "national-desk", "");
        try (HeadlessChromium sari = HeadlessChromium.open()) {
            String link = acceptInvitation(sari, "sari@lapor.example");
            sari.open(link);
            assertThat(sari.text()).contains("Tautan tidak berlaku lagi");

            sari.open(DESK);
            sari.click("#masuk");
            sari.type("#email", "sari@lapor.example");
            sari.type("#sandi", PASSWORD);
            sari.click("main form button");
            assertThat(sari.address()).startsWith(DESK);
            assertThat(sari.text()).contains("Meja nasional", "menunggu").doesNotContain("tidak memiliki peran");
            assertThat(sari.fitsItsWidth()).isTrue();
            sari.open(DESK + "/wasit");
            assertThat(sari.text()).contains("tidak memiliki peran");

            sari.open(ACCOUNTS + "/akun/petugas");
            assertThat(sari.text()).doesNotContain("Admin Pertama");

            sari.open(DESK);
            sari.click(".desk-top button");
            sari.open(DESK);
            sari.click("#masuk");
            assertThat(sari.address()).startsWith(ACCOUNTS + "/masuk"); // signed out there as well
            signIn(sari, "sari@lapor.example", PASSWORD);
            sari.open(ACCOUNTS + "/akun");
            assertThat(sari.count("mark")).isOne(); // of this session; those that were signed out are gone
            assertThat(sari.count("form[action='/akun/sesi/akhiri']")).isOne();
        }
    }

    @Test
    void aPasskeySignsInWithoutAPassword() {
        invite("Putri Kunci", "putri@lapor.example", "national-observer", "");
        try (HeadlessChromium putri = HeadlessChromium.open()) {
            putri.addAuthenticator();
            acceptInvitation(putri, "putri@lapor.example");
            signIn(putri, "putri@lapor.example", PASSWORD);
            putri.type("[name=label]", "Ponsel kantor");
            putri.click("[data-passkey-registration] button");
            await().atMost(LIMIT).until(() -> putri.text().contains("Ponsel kantor"));
            putri.click("header form button");

            putri.click("[data-passkey-sign-in] button");

            await().atMost(LIMIT).until(() -> putri.address().contains("/akun"));
            assertThat(putri.textOf("h1")).isEqualTo("Putri Kunci");
            putri.click("form[action='/akun/kunci/hapus'] button");
            assertThat(putri.text()).contains("Kunci sandi dihapus").doesNotContain("Ponsel kantor");
        }
    }

    @Test
    void whoHasOneTimeCodesNeedsOneAndEachWorksOnce() {
        invite("Tono Kode", "tono@lapor.example", "arbiter", "");
        try (HeadlessChromium tono = HeadlessChromium.open()) {
            acceptInvitation(tono, "tono@lapor.example");
            signIn(tono, "tono@lapor.example", PASSWORD);
            tono.open(ACCOUNTS + "/akun/kode");
            TOTPGenerator codes =
                    TOTPGenerator.withDefaultValues(tono.textOf("[data-secret]").getBytes(StandardCharsets.US_ASCII));
            tono.type("#kode", codes.now());
            tono.click("main form button");
            assertThat(tono.text()).contains("Kode sekali pakai aktif");
            tono.click("header form button");

            signIn(tono, "tono@lapor.example", PASSWORD);
            assertThat(tono.address()).isEqualTo(ACCOUNTS + "/masuk/kode");
            tono.open(DESK + "/wasit");
            tono.click("#masuk");
            assertThat(tono.address()).isEqualTo(ACCOUNTS + "/masuk/kode"); // the password alone opens nothing
            tono.type("#kode", "000000");
            tono.click("main form button");
            assertThat(tono.text()).contains("Kode salah");
            String code = codes.now();
            tono.type("#kode", code);
            tono.click("main form button");
            assertThat(tono.address()).startsWith(DESK);
            tono.open(DESK + "/wasit");
            assertThat(tono.text()).contains("menunggu");

            tono.open(ACCOUNTS + "/akun");
            tono.click("header form button");
            signIn(tono, "tono@lapor.example", PASSWORD);
            tono.type("#kode", code);
            tono.click("main form button");
            assertThat(tono.text()).contains("sudah dipakai");
        }
    }

    @Test
    void tenWrongPasswordsTellNothingAndStopTheGuesser() {
        invite("Budi Tebak", "budi@lapor.example", "national-observer", "");
        try (HeadlessChromium budi = HeadlessChromium.open()) {
            acceptInvitation(budi, "budi@lapor.example");
            String refusal = "";
            for (int attempt = 1; attempt <= 10; attempt++) {
                signIn(budi, "budi@lapor.example", "tebakan nomor " + attempt);
                String text = budi.textOf("[role=alert]");
                assertThat(text).isEqualTo(refusal.isEmpty() ? text : refusal).contains("salah");
                refusal = text;
            }
            signIn(budi, "budi@lapor.example", PASSWORD);
            assertThat(budi.textOf("[role=alert]")).isEqualTo(refusal); // the right one now, and it does not say so
            signIn(budi, "nobody@lapor.example", PASSWORD);
            assertThat(budi.textOf("[role=alert]")).isEqualTo(refusal);
            signIn(budi, ADMIN, PASSWORD); // others at the same address are not locked out
            assertThat(budi.textOf("h1")).isEqualTo("Admin Pertama");
        }
    }

    @Test
    void aForgottenPasswordIsReplacedByALinkWhichEndsWhatWasSignedIn() {
        invite("Lupa Sandi", "lupa@lapor.example", "national-desk", "");
        try (HeadlessChromium lupa = HeadlessChromium.open();
                HeadlessChromium thief = HeadlessChromium.open()) {
            acceptInvitation(lupa, "lupa@lapor.example");
            thief.addAuthenticator();
            signIn(thief, "lupa@lapor.example", PASSWORD);
            thief.type("[name=label]", "Kunci pencuri");
            thief.click("[data-passkey-registration] button");
            await().atMost(LIMIT).until(() -> thief.text().contains("Kunci pencuri"));
            lupa.open(ACCOUNTS + "/lupa-sandi");
            lupa.type("#email", "nobody@lapor.example");
            lupa.click("main form button");
            String answer = lupa.textOf("[role=alert]");
            lupa.open(ACCOUNTS + "/lupa-sandi");
            lupa.type("#email", "LUPA@lapor.example ".strip());
            lupa.click("main form button");
            assertThat(lupa.textOf("[role=alert]")).isEqualTo(answer);
            lupa.open(linkFor("lupa@lapor.example", 2));
            lupa.type("#sandi", "sama sekali lain kalimatnya");
            lupa.click("[name=hapus-kunci-sandi]");
            lupa.click("main form button");

            signIn(lupa, "lupa@lapor.example", PASSWORD);
            assertThat(lupa.textOf("[role=alert]")).contains("salah");
            signIn(lupa, "lupa@lapor.example", "sama sekali lain kalimatnya");
            assertThat(lupa.textOf("h1")).isEqualTo("Lupa Sandi");
            assertThat(lupa.text()).doesNotContain("Kunci pencuri");
            thief.open(ACCOUNTS + "/akun");
            assertThat(thief.address()).contains("/masuk");
        }
    }

    @Test
    void aSessionThatIsEndedElsewhereIsOverAtThePortalToo() {
        invite("Dewi Dua", "dewi@lapor.example", "national-desk", "");
        try (HeadlessChromium office = HeadlessChromium.open();
                HeadlessChromium home = HeadlessChromium.open()) {
            acceptInvitation(office, "dewi@lapor.example");
            signIn(office, "dewi@lapor.example", PASSWORD);
            office.open(DESK);
            office.click("#masuk");
            assertThat(office.text()).contains("menunggu").doesNotContain("berakhir");
            signIn(home, "dewi@lapor.example", PASSWORD);
            assertThat(home.count("form[action='/akun/sesi/akhiri'] button")).isOne();

            home.click("form[action='/akun/sesi/akhiri'] button");

            assertThat(home.text()).contains("Sesi diakhiri");
            office.open(ACCOUNTS + "/akun");
            assertThat(office.address()).contains("/masuk");
            await().atMost(LIMIT).untilAsserted(() -> {
                office.open(DESK);
                assertThat(office.text()).contains("sesi ini sudah berakhir");
            });
        }
    }

    @Test
    void aDelegatedRoleIsHeldUntilItIsEnded() {
        invite("Rina Cuti", "rina@semarang.example", "liaison-officer", "D.33.74");
        invite("Joko Ganti", "joko@semarang.example", "institution-admin", "D.33.74");
        try (HeadlessChromium rina = HeadlessChromium.open();
                HeadlessChromium joko = HeadlessChromium.open()) {
            acceptInvitation(rina, "rina@semarang.example");
            acceptInvitation(joko, "joko@semarang.example");
            signIn(rina, "rina@semarang.example", PASSWORD);
            signIn(joko, "joko@semarang.example", PASSWORD);
            rina.click("details:has(form[action='/akun/delegasi']) > summary");
            rina.type("#delegasi-email", "joko@semarang.example");
            rina.type("#sampai", "12312099");
            rina.click("form[action='/akun/delegasi'] button");
            assertThat(rina.text()).contains("paling lama 90 hari");
            rina.click("details:has(form[action='/akun/delegasi']) > summary");
            rina.type("#delegasi-email", "joko@semarang.example");
            rina.type("#sampai", todayAsTyped());
            rina.click("form[action='/akun/delegasi'] button");
            assertThat(rina.text()).contains("Peran didelegasikan");

            joko.open(ACCOUNTS + "/akun");
            assertThat(joko.text()).contains("Pejabat penghubung", "didelegasikan oleh Rina Cuti");
            rina.click("form[action='/akun/delegasi/akhiri'] button");
            joko.open(ACCOUNTS + "/akun");
            assertThat(joko.text()).doesNotContain("didelegasikan oleh");

            joko.open(ACCOUNTS + "/akun/petugas");
            assertThat(joko.text()).contains("Rina Cuti").doesNotContain("Admin Pertama");
        }
    }

    @Test
    void aRoleThatAnotherInstitutionAddsIsToldByMailAndCanBeGivenUp() {
        invite("Wati Dua", "wati@lapor.example", "liaison-officer", "D.33.74");
        try (HeadlessChromium wati = HeadlessChromium.open()) {
            acceptInvitation(wati, "wati@lapor.example");
            admin.open(ACCOUNTS + "/akun/petugas");
            admin.click("details summary");
            admin.type("#nama", "Wati Dua");
            admin.type("#email", "wati@lapor.example");
            admin.choose("#peran", "liaison-officer");
            admin.type("#instansi", "D.33.72");
            admin.click("form[action='/akun/petugas/undang'] button");
            assertThat(admin.text()).contains("ditambahkan");
            await().atMost(LIMIT).until(() -> textsTo("wati@lapor.example").length == 2);
            assertThat(textsTo("wati@lapor.example")[1]).contains("Pejabat penghubung", "D.33.72", "/akun");

            signIn(wati, "wati@lapor.example", PASSWORD);
            assertThat(wati.text()).contains("D.33.74", "D.33.72");
            wati.click("form[action='/akun/peran/lepas']:has(input[value='liaison-officer@D.33.72']) summary");
            wati.click("form[action='/akun/peran/lepas']:has(input[value='liaison-officer@D.33.72']) button");
            assertThat(wati.text()).contains("Peran sudah dilepas", "D.33.74").doesNotContain("D.33.72");
        }
    }

    /** Every kind of page, with what is folded open: as wide as the screen, and without a violation. */
    @Test
    void everyPageIsAccessibleInBothLanguages() {
        invite("Ayu Aksesibel", "ayu@semarang.example", "liaison-officer", "D.33.74");
        invite("Bayu Unit", "bayu@semarang.example", "institution-admin", "D.33.74");
        try (HeadlessChromium visitor = HeadlessChromium.open(NARROW, true)) {
            for (String page : List.of("/masuk", "/masuk?gagal", "/lupa-sandi", "/undangan?kunci=lama", "/tidak-ada")) {
                check(visitor, page);
            }
            String link = linkFor("ayu@semarang.example", 1);
            check(visitor, link.substring(ACCOUNTS.length()));
            visitor.open(link);
            visitor.type("#sandi", "ayu@semarang.example");
            visitor.click("main form button");
            assertThat(visitor.accessibilityViolations()).isEmpty(); // with an error
            acceptInvitation(visitor, "ayu@semarang.example");
            signIn(visitor, "ayu@semarang.example", PASSWORD);
            check(visitor, "/akun");
            check(visitor, "/akun/kode");
            visitor.open(ACCOUNTS + "/akun/kode");
            visitor.type("#kode", "000000");
            visitor.click("main form button");
            assertThat(visitor.accessibilityViolations()).isEmpty();
            String secret = visitor.textOf("[data-secret]");
            visitor.type(
                    "#kode",
                    TOTPGenerator.withDefaultValues(secret.getBytes(StandardCharsets.US_ASCII))
                            .now());
            visitor.click("main form button");
            visitor.click("header form button");
            signIn(visitor, "ayu@semarang.example", PASSWORD);
            check(visitor, "/masuk/kode");
        }
        check(admin, "/akun");
        check(admin, "/akun/petugas");
        check(admin, "/akun/petugas?cari=tidak-ada-nama-ini");
    }

    private static void check(HeadlessChromium browser, String page) {
        for (String language : List.of("en", "id")) { // a cookie remembers the last one
            browser.open(ACCOUNTS + page + (page.contains("?") ? "&" : "?") + "lang=" + language);
            browser.openAllDetails();
            assertThat(browser.accessibilityViolations())
                    .as(page.replaceFirst("kunci=.*", "kunci=") + " " + language)
                    .isEmpty();
            assertThat(browser.fitsItsWidth()).as(page + " " + language).isTrue();
        }
    }

    private static String todayAsTyped() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        return "%02d%02d%d".formatted(today.getMonthValue(), today.getDayOfMonth(), today.getYear());
    }

    private static void invite(String name, String email, String role, String institution) {
        admin.open(ACCOUNTS + "/akun/petugas");
        admin.click("details summary");
        admin.type("#nama", name);
        admin.type("#email", email);
        admin.choose("#peran", role);
        admin.type("#instansi", institution);
        admin.click("form[action='/akun/petugas/undang'] button");
        assertThat(admin.text()).contains("Undangan dikirim", name, "undangan belum diterima");
        assertThat(admin.fitsItsWidth()).isTrue();
    }

    private static String acceptInvitation(HeadlessChromium browser, String email) {
        String link = linkFor(email, 1);
        browser.open(link);
        browser.type("#sandi", PASSWORD);
        browser.click("main form button");
        assertThat(browser.text()).contains("Kata sandi tersimpan");
        return link;
    }

    private static void signIn(HeadlessChromium browser, String email, String password) {
        browser.open(ACCOUNTS + "/masuk");
        browser.type("#email", email);
        browser.type("#sandi", password);
        browser.click("main form button");
    }

    /** Link of the latest of so many mails to an address. */
    private static String linkFor(String email, int mails) {
        await().atMost(LIMIT).until(() -> textsTo(email).length >= mails);
        Matcher link = LINK.matcher(textsTo(email)[mails - 1]);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static String[] textsTo(String email) {
        return Arrays.stream(MAILBOXES.getReceivedMessagesForDomain(email))
                .map(mail -> GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "="))
                .toArray(String[]::new);
    }
}
