package id.pintu.sla.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.sla.oversight.RegisteredInstitution;
import id.pintu.support.http.ProblemExceptionHandler;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Oversight endpoints over a snapshot store in memory. Access by key is tested in service-support. */
class OversightControllerTest {

    private static final List<RegisteredInstitution> REGISTRY = List.of(
            new RegisteredInstitution("P.51", true),
            new RegisteredInstitution("D.51.71", true),
            new RegisteredInstitution("D.51.02", false),
            new RegisteredInstitution("D.52.01", true));

    private final SlaLedgerFixture ledger = new SlaLedgerFixture();
    private final ConcurrentQueryLimit limits = new ConcurrentQueryLimit();
    private final MockMvcTester http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new OversightController(
                    ledger.queries, () -> REGISTRY, new AreaCodeValidator(() -> REGISTRY), limits))
            .setControllerAdvice(new ProblemExceptionHandler())
            .build());

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void theFiguresAreThoseLaporReports() {
        ledger.add(644, "answered", "D.51.71");
        ledger.add(26, "in follow-up", "D.51.71");
        ledger.add(156, "routed", "D.51.71");

        assertThat(http.get().uri("/v1/desk/oversight?by=nothing"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"figures": [{"received": 826, "verified": 670, "selesai": 644, "proses": 26}],
                         "participation": {"institutions": 4, "connectivityPercent": 75, "activityPercent": 100}}""");
        assertThat(http.get().uri("/v1/desk/oversight.csv?by=nothing"))
                .hasStatusOk()
                .bodyText()
                .contains("followed_up_percent", "826,670,670,81,644,78,26,3");
    }

    @Test
    void aProvinceSeesOnlyItselfAndItsKabupatenAndKota() {
        for (String code : List.of("P.51", "D.51.71", "D.52.01", "K.PU")) {
            ledger.add(1, "answered", code);
        }

        assertThat(http.get().uri("/v1/agencies/P.51/oversight"))
                .bodyJson()
                .extractingPath("figures[*].key")
                .asArray()
                .containsExactly("D.51.71", "P.51");
        assertThat(http.get().uri("/v1/agencies/D.51.71/oversight"))
                .bodyJson()
                .extractingPath("figures[*].key")
                .asArray()
                .containsExactly("D.51.71");
        assertThat(http.get().uri("/v1/agencies/P.51/oversight.csv"))
                .bodyText()
                .contains("D.51.71,1", "P.51,1")
                .doesNotContain("D.52.01", "K.PU");
        assertThat(http.get().uri("/v1/desk/oversight?by=province"))
                .bodyJson()
                .extractingPath("figures[*].key")
                .asArray()
                .containsExactly("", "51", "52");
    }

    @Test
    void anInstitutionsFiguresAreReadWithoutThoseOfTheNation() {
        ledger.add(2, "answered", "D.51.71");
        ledger.add(3, "answered", "K.PU");
        ledger.resetReads();

        assertThat(http.get().uri("/v1/agencies/D.51.71/oversight"))
                .bodyJson()
                .extractingPath("figures[0].received")
                .isEqualTo(2);
        assertThat(http.get().uri("/v1/agencies/P.51/oversight?by=nothing&from=2026-06-01&to=2026-06-30"))
                .bodyJson()
                .extractingPath("figures[0].received")
                .isEqualTo(2);
        assertThat(ledger.readsOfAllSnapshots()).isZero();
        assertThat(http.get().uri("/v1/desk/oversight?by=nothing")).hasStatusOk();
        assertThat(ledger.readsOfAllSnapshots()).isEqualTo(1);
    }

    @Test
    void figuresSavedBeforeThereWasAnIndexAreAddedOnce() {
        ledger.addWithoutIndex(2, "answered", "D.51.71");
        ledger.completeIndex();

        assertThat(http.get().uri("/v1/agencies/D.51.71/oversight"))
                .bodyJson()
                .extractingPath("figures[0].received")
                .isEqualTo(2);
    }

    @Test
    void aQueryOverTheNationBesideAnotherIsRefusedWithRetryAfterAndThoseOfInstitutionsGoOn() {
        ledger.add(1, "answered", "D.51.71");
        limits.ofNation(() -> {
            assertThat(http.get().uri("/v1/desk/oversight")).hasStatus(503).containsHeader("Retry-After");
            assertThat(http.get().uri("/v1/agencies/D.51.71/oversight")).hasStatusOk();
            return "";
        });
        assertThat(http.get().uri("/v1/desk/oversight")).hasStatusOk();
    }

    @Test
    void theLeagueLeavesOutInstitutionsBelowTheMinimum() {
        ledger.add(3, "answered", "D.51.71");
        ledger.add(2, "answered", "D.52.01");

        assertThat(http.get().uri("/v1/desk/oversight/league?minimum=3"))
                .bodyJson()
                .extractingPath("[*].figures.key")
                .asArray()
                .containsExactly("D.51.71");
        assertThat(http.get().uri("/v1/desk/oversight/league"))
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .isEmpty();
    }

    @Test
    void reportsReceivedOutsideThePeriodAreNotCounted() {
        ledger.add(1, "answered", "D.51.71");

        assertThat(http.get().uri("/v1/desk/oversight?from=2026-06-09&to=2026-12-31"))
                .bodyJson()
                .extractingPath("figures")
                .asArray()
                .isEmpty();
        assertThat(http.get().uri("/v1/desk/oversight?from=2026-06-08&to=2026-06-08"))
                .bodyJson()
                .extractingPath("figures")
                .asArray()
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/v1/desk/oversight?by=colour,           by",
        "/v1/desk/oversight?from=yesterday,      from",
        "/v1/desk/oversight.csv?to=2026-13-01,   to",
        "/v1/desk/oversight/league?minimum=few,  minimum",
        "/v1/agencies/P.51/oversight?by=street,  by",
        "/v1/desk/oversight?area=99,             area",
        "/v1/desk/oversight.csv?area=D.99.99,    area",
        "/v1/desk/oversight/league?area=bali,    area",
        "/v1/desk/oversight/league?minimum=-1,   minimum",
        "/v1/desk/oversight?from=2026-06-09&to=2026-06-08,           from",
        "/v1/agencies/P.51/oversight?from=2026-06-09&to=2026-06-08,  from",
    })
    void namesTheInvalidField(String uri, String field) {
        assertThat(http.get().uri(uri))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void aMalformedDateIsReportedWithoutQuotingIt() {
        assertThat(http.get().uri("/v1/desk/oversight?from=yesterday"))
                .bodyJson()
                .extractingPath("errors[0].message")
                .isEqualTo("is malformed");
    }
}
