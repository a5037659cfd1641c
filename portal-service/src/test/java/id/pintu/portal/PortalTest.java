package id.pintu.portal;

import id.pintu.events.ComplaintEvent;
import id.pintu.house.ledger.Clerk;
import id.pintu.portal.tracking.Tracking;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One running portal for every test of its surface. */
@SpringBootTest(
        classes = PortalUnderTest.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=portal-service")
abstract class PortalTest {

    static final StubRoom INTAKE = new StubRoom();
    static final StubRoom ROUTING = new StubRoom();

    @Autowired
    private Clerk<Tracking> clerk;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        properties.add("pintu.intake.url", INTAKE::url);
        properties.add("pintu.routing.url", ROUTING::url);
    }

    @BeforeEach
    void forget() {
        INTAKE.asked.clear();
        ROUTING.asked.clear();
    }

    String site() {
        return "http://localhost:" + port;
    }

    Browser browser() {
        return new Browser(port);
    }

    void hear(ComplaintEvent... events) {
        PortalUnderTest.hear(clerk, List.of(events));
    }

    void hear(List<ComplaintEvent> events) {
        PortalUnderTest.hear(clerk, events);
    }
}
