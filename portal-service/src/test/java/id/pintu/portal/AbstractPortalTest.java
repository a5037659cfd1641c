package id.pintu.portal;

import id.pintu.events.ComplaintEvent;
import id.pintu.portal.inbox.InboxEntry;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.processing.EventProcessor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Base class of tests of the running portal: one application context, with stubs of intake, routing and accounts. */
@SpringBootTest(
        classes = PortalTestConfiguration.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=portal-service")
abstract class AbstractPortalTest {

    static final StubHttpService INTAKE = new StubHttpService();
    static final StubHttpService ROUTING = new StubHttpService();
    static final StubHttpService SLA = new StubHttpService();
    static final StubAccountService ACCOUNTS = new StubAccountService();

    @Autowired
    private EventProcessor<TrackingReadModel> tracking;

    @Autowired
    private EventProcessor<InboxEntry> inbox;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void stubUrls(DynamicPropertyRegistry properties) {
        properties.add("pintu.intake.url", INTAKE::url);
        properties.add("pintu.routing.url", ROUTING::url);
        properties.add("pintu.sla.url", SLA::url);
        properties.add("pintu.account.issuer", ACCOUNTS::url);
        properties.add("pintu.account.url", ACCOUNTS::url);
    }

    @BeforeEach
    void clearRecordedRequests() {
        INTAKE.requests.clear();
        ROUTING.requests.clear();
        SLA.requests.clear();
        SLA.respondWith(404, "{}");
        PortalTestConfiguration.grants = List.of();
        ACCOUNTS.reset();
    }

    String site() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    TestBrowser browser() {
        return TestBrowser.withoutCookies(port);
    }

    DeskTestOfficer officer() {
        return new DeskTestOfficer(port);
    }

    void deliver(ComplaintEvent... events) {
        deliver(List.of(events));
    }

    void deliver(List<ComplaintEvent> events) {
        PortalTestConfiguration.deliver(tracking, events);
        PortalTestConfiguration.deliver(inbox, events);
    }
}
