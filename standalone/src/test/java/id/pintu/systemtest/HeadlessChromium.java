package id.pintu.systemtest;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Protocol;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Transport;

/** A real browser without a window, of the width of a telephone unless told otherwise, driven by WebDriver. */
final class HeadlessChromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    /** Setting of Chromium that blocks scripts. */
    private static final int BLOCK = 2;

    private final ChromeDriver driver;

    private HeadlessChromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether Chromium and ChromeDriver are installed; says so loudly when they are not. */
    static boolean isInstalled() {
        boolean installed = chromium().isPresent() && executable("chromedriver").isPresent();
        if (!installed) {
            System.err.println("""
                ################################################################################
                # BROWSER TESTS ARE SKIPPED: no chromium, or no chromedriver, on this machine. #
                # Install both: apt-get install chromium chromium-driver                       #
                ################################################################################""");
        }
        return installed;
    }

    static HeadlessChromium open() {
        return open(WIDTH, true);
    }

    /**
     * @param width of the screen, in CSS pixels
     * @param javascript whether pages may run scripts
     */
    static HeadlessChromium open(int width, boolean javascript) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium().orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--window-size=" + width + "," + HEIGHT,
                "--lang=id",
                "--accept-lang=id");
        if (!javascript) {
            options.setExperimentalOption(
                    "prefs", Map.of("profile.managed_default_content_settings.javascript", BLOCK));
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(executable("chromedriver").orElseThrow())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().implicitlyWait(PATIENCE);
        // A window is never narrower than 500 pixels.
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        return new HeadlessChromium(driver);
    }

    /** Gives the browser an authenticator that has verified its user, such as a telephone that was unlocked. */
    void addAuthenticator() {
        driver.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(Protocol.CTAP2)
                .setTransport(Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true));
    }

    void open(String address) {
        driver.get(address);
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /** Text of the page as a person sees it. */
    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String textOf(String selector) {
        return find(selector).getText();
    }

    void type(String selector, String text) {
        WebElement field = find(selector);
        field.clear();
        field.sendKeys(text);
    }

    void choose(String selector, String value) {
        find(selector + " option[value='" + value + "']").click();
    }

    /** Clicks, and waits for the page that a link or the button of a form leads to. */
    void click(String selector) {
        WebElement target = find(selector);
        boolean leavesThePage = target.getTagName().equals("a") || "submit".equals(target.getDomProperty("type"));
        WebElement page = find("html");
        target.click();
        if (leavesThePage) {
            Awaitility.await().atMost(PATIENCE).until(() -> isOver(page));
        }
    }

    /** Clicks the button of a form whose script keeps it on the page. */
    void submitInPlace(String selector) {
        find(selector).click();
    }

    String valueOf(String selector) {
        return String.valueOf(find(selector).getDomProperty("value"));
    }

    private static boolean isOver(WebElement page) {
        try {
            return page.getTagName().isEmpty();
        } catch (StaleElementReferenceException e) {
            return true;
        }
    }

    int count(String selector) {
        driver.manage().timeouts().implicitlyWait(Duration.ZERO);
        try {
            return driver.findElements(By.cssSelector(selector)).size();
        } finally {
            driver.manage().timeouts().implicitlyWait(PATIENCE);
        }
    }

    /**
     * Presses a key, or types a text, where the focus is, once the page is there with its scripts: what a key does on a page
     * half loaded is another matter.
     */
    void press(CharSequence keys) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> "complete".equals(driver.executeScript("return document.readyState")));
        driver.switchTo().activeElement().sendKeys(keys);
    }

    void openAllDetails() {
        driver.executeScript("document.querySelectorAll('details').forEach(each => { each.open = true; })");
    }

    /** What axe-core finds against WCAG 2.2, levels A and AA, and its best practices: the rule and the elements of each. */
    List<String> accessibilityViolations() {
        driver.executeScript(AXE);
        Object found = driver.executeAsyncScript("""
            const done = arguments[arguments.length - 1];
            axe.run({ resultTypes: ['violations'] }).then(result => done(result.violations.map(each =>
                each.id + ': ' + each.nodes.map(node => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join(', '))));
            """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static final String AXE = axe();

    private static String axe() {
        try (InputStream script = HeadlessChromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe-core").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether everything fits the width of the screen. */
    boolean fitsItsWidth() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    /** Cuts the network of the browser, or connects it again; the page is told. */
    void connect(boolean connected) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !connected, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Prefers dark pages, or light ones. */
    void prefer(String colorScheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", colorScheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce")))); // or colours fade
    }

    /** Whether the page has an element here that is seen. */
    boolean isVisible(String selector) {
        return find(selector).isDisplayed();
    }

    @Override
    public void close() {
        driver.quit();
    }

    private WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    private static Optional<File> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> executable(name).stream())
                .findFirst();
    }

    private static Optional<File> executable(String name) {
        List<String> path =
                Arrays.asList(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return path.stream()
                .map(directory -> new File(directory, name))
                .filter(File::canExecute)
                .findFirst();
    }
}
