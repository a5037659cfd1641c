package id.pintu.sla.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.processing.CommandSender;
import id.pintu.sla.calendar.DecreedCalendarFixture;
import id.pintu.sla.kafka.CalendarDecreeTopic;
import id.pintu.sla.kafka.CalendarImpactTopic;
import id.pintu.sla.oversight.RegisteredInstitution;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.accounts.RoleGrant;
import id.pintu.support.http.ProblemExceptionHandler;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Calendar endpoints with a mock producer. That a decree moves open deadlines is a system test on a real broker. */
class WorkingCalendarControllerTest {

    private static final String TUESDAY = "date,name,kind\n2026-06-09,Galungan,libur_daerah\n";
    private static final String SE = "?name=SE 1/2026&scope=51";

    private final SlaLedgerFixture ledger = new SlaLedgerFixture();
    private final MockProducer<byte[], byte[]> broker =
            new MockProducer<>(true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    private final MockMvcTester http =
            MockMvcTester.create(MockMvcBuilders.standaloneSetup(new WorkingCalendarController(
                            new CalendarDecreeTopic(
                                    DecreedCalendarFixture.CALENDARS, new CommandSender("sla", "test", broker)),
                            new CalendarImpactTopic(),
                            ledger.queries,
                            new AreaCodeValidator(() -> List.of(new RegisteredInstitution("D.51.71", true))),
                            new ConcurrentQueryLimit(),
                            InstantSource.fixed(SlaLedgerFixture.MONDAY)))
                    .setControllerAdvice(new ProblemExceptionHandler())
                    .build());

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aDryRunReportsWhatADecreeWouldMoveAndPublishesNothing() {
        ledger.add(2, "routed", "D.51.71");
        ledger.add(1, "routed", "P.51");
        ledger.add(1, "routed", "D.52.01");

        assertThat(post("/v1/desk/calendars/dry-run" + SE, "text/csv", TUESDAY))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"moved": 3,
                         "effects": {"institutions": {"D.51.71": {"later": 2, "earlier": 0},
                                                      "P.51": {"later": 1, "earlier": 0}}},
                         "farthest": {"from": "2026-06-11T08:00:00Z", "dueAt": "2026-06-12T08:30:00Z"}}""");
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void aDecreeIsPublishedWithItsAuthorTimeAndReason() {
        assertThat(post("/v1/desk/calendars" + SE + "&why=Galungan", "text/csv", TUESDAY))
                .hasStatus(202)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"name": "SE 1/2026", "scope": "51", "by": "program/DESK national-desk", "why": "Galungan",
                         "since": "2026-06-08T03:00:00Z",
                         "days": [{"date": "2026-06-09", "name": "Galungan", "kind": "LIBUR_DAERAH"}]}""");
        assertThat(broker.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(CalendarDecreeTopic.TOPIC);
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("51/SE 1/2026");
        });
    }

    @Test
    void aDecreeThatTheBrokerDoesNotAcknowledgeIsRejectedWithRetryAfter() {
        broker.sendException = new TimeoutException("no broker");

        assertThat(post("/v1/desk/calendars" + SE + "&why=Galungan", "text/csv", TUESDAY))
                .hasStatus(503)
                .containsHeader("Retry-After");
    }

    @Test
    void theCalendarSurvivesAnICalendarExportAndImport() throws Exception {
        String exported =
                http.get().uri("/v1/calendars.ics").exchange().getResponse().getContentAsString();
        assertThat(exported).contains("BEGIN:VCALENDAR", "DTSTART;VALUE=DATE:20260319", "cuti_bersama");
        ledger.add(1, "routed", "K.PU");

        assertThat(post("/v1/desk/calendars/dry-run?name=Salinan", "text/calendar", exported))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("moved")
                .isEqualTo(0);
        assertThat(http.get().uri("/v1/calendars.csv"))
                .bodyText()
                .contains("2026-03-19,", "date,name,kind,source,scope");
    }

    @Test
    void theDryRunListsEveryDayWithItsLineAndWhatIsIgnoredAndWhy() {
        String file = """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART:20260608T160000Z
                DTEND:20260609T160000Z
                SUMMARY:Galungan
                CATEGORIES:libur_daerah
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260421
                SUMMARY:Hari Kartini
                CATEGORIES:Observance
                END:VEVENT
                END:VCALENDAR
                """;
        // In UTC, it is a whole day in the time zone of Bali.
        assertThat(post("/v1/desk/calendars/dry-run" + SE, "text/calendar", file))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"days": [{"line": 2, "date": "2026-06-09", "name": "Galungan", "kind": "LIBUR_DAERAH"}],
                         "ignored": [{"line": 8, "name": "Hari Kartini",
                                      "reason": "its category is not a kind of closed day"}],
                         "moved": 0}""");
        assertThat(post("/v1/desk/calendars/dry-run" + SE, "text/csv", TUESDAY))
                .bodyJson()
                .isLenientlyEqualTo("{\"days\": [{\"line\": 2, \"date\": \"2026-06-09\"}]}");
    }

    @Test
    void aDecreeThatSpansACenturyIsRefusedAndNamesTheField() {
        String century = """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260101
                DTEND;VALUE=DATE:21260101
                SUMMARY:Abad
                END:VEVENT
                END:VCALENDAR
                """;
        ledger.add(1, "routed", "D.51.71");
        for (String uri : List.of("/v1/desk/calendars/dry-run" + SE, "/v1/desk/calendars" + SE + "&why=A")) {
            assertThat(post(uri, "text/calendar", century))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("errors[0].field")
                    .isEqualTo("body");
        }
        assertThat(broker.history()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, effects", "1, effects", "-1, notices", "7, notices"})
    void aVersionThatDoesNotExistIsNotFound(String version, String list) {
        assertThat(http.get().uri("/v1/calendars/" + version + "/" + list)).hasStatus(404);
        assertThat(http.get().uri("/v1/calendars/0/" + list)).hasStatusOk();
    }

    @Test
    void anInstitutionWithoutMovedDeadlinesHasNoNotices() {
        assertThat(http.get().uri("/v1/agencies/D.51.71/calendar-notices"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("[]");
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "?name=SE&scope=51              | text/csv      | 'date,name,kind\n2026-06-09,A,libur_daerah'  | why",
                "?name=SE&scope=51&why=         | text/csv      | 'date,name,kind\n2026-06-09,A,libur_daerah'  | why",
                "?scope=51&why=A                | text/csv      | 'date,name,kind\n2026-06-09,A,libur_daerah'  | name",
                "?name= &why=A                  | text/csv      | 'date,name,kind\n2026-06-09,A,libur_daerah'  | name",
                "?name=SE&scope=00&why=A        | text/csv      | 'date,name,kind\n2026-06-09,A,libur_daerah'  | scope",
                "?name=SE&scope=D.99.99&why=A   | text/csv      | 'date,name,kind\n2026-06-09,A,libur_daerah'  | scope",
                "?name=SE&scope=51&why=A        | text/csv      | 'date,name,kind\n1999-06-09,A,libur_daerah'  | body",
                "?name=SE&scope=51&why=A        | text/csv      | 'date,name,kind\n2100-06-09,A,libur_daerah'  | body",
                "?name=SE&scope=51&why=A        | text/csv      | 'date,name,kind\n2026-06-09,,libur_daerah'   | body",
                "?name=SE&scope=51&why=A        | text/csv      | 'date,name,kind\n2026-06-09,A,cuti_bersama\n2036-06-20,A,cuti_bersama' | body",
                "?name=SE&scope=bali&why=A      | text/csv      | 'date,name,kind\n2026-06-09,A,libur_daerah'  | scope",
                "?name=SE&scope=51&why=A        | text/csv      | 'date,name,kind\n2026-06-31,A,libur_daerah'  | body",
                "?name=SE&scope=51&why=A        | text/csv      | 'date,name,kind\n2026-06-09,A,cuti_panjang'  | body",
                "?name=SE&scope=51&why=A        | text/csv      | 'date,name,kind'                             | body",
                "?name=SE&scope=51&why=A        | text/csv      | 'date,date\n1,2'                             | body",
                "?name=SE&scope=51&why=A        | text/calendar | 'no calendar'                                | body",
                "?name=SE&scope=51&why=A        | text/calendar | 'BEGIN:VCALENDAR\nEND:VCALENDAR'             | body",
            })
    void namesTheInvalidField(String query, String type, String body, String field) {
        assertThat(post("/v1/desk/calendars" + query, type, body.replace("\\n", "\n")))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo(field);
        assertThat(broker.history()).isEmpty();
    }

    private MvcTestResult post(String uri, String type, String body) {
        return http.post()
                .uri(uri)
                .with(request -> {
                    new CallerGrants("program/DESK", List.of(RoleGrant.parse("national-desk"))).attachTo(request);
                    return request;
                })
                .header("Content-Type", type)
                .content(body)
                .exchange();
    }
}
