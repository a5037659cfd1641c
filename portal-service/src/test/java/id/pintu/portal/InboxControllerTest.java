package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import id.pintu.support.accounts.RoleGrant;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests of the inbox's API over HTTP. The clock stands at the time of the first event of each complaint. */
class InboxControllerTest extends AbstractPortalTest {

    private static final String INBOX = "/v1/agencies/D.33.74/complaints";

    @BeforeEach
    void grant() {
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("liaison-officer@D.33.74"));
    }

    @Test
    void listsWhatIsDueNextFirstAndCountsEachList() {
        SampleComplaintEvents late = complaint("inbox-late", Duration.ofHours(-3));
        SampleComplaintEvents today = complaint("inbox-today", Duration.ofHours(2));
        SampleComplaintEvents later = complaint("inbox-later", Duration.ofDays(9));
        deliver(later.verified());

        List<String> open = numbers(list("?limit=200"));
        assertThat(open.indexOf(late.id().value()))
                .isNotNegative()
                .isLessThan(open.indexOf(today.id().value()));
        assertThat(open.indexOf(today.id().value()))
                .isLessThan(open.indexOf(later.id().value()));
        assertThat(numbers(list("?list=overdue&limit=200")))
                .contains(late.id().value())
                .doesNotContain(today.id().value());
        assertThat(numbers(list("?list=today&limit=200")))
                .contains(today.id().value())
                .doesNotContain(late.id().value(), later.id().value());
        assertThat(numbers(list("?list=new&limit=200")))
                .contains(late.id().value())
                .doesNotContain(later.id().value());
        JsonNode counts = list("?limit=1").path("counts");
        assertThat(counts.path("open").asInt()).isEqualTo(open.size());
        assertThat(counts.path("overdue").asInt()).isPositive();
    }

    @Test
    void pagesByCursorWithoutARepeat() {
        IntStream.range(0, 7).forEach(i -> complaint("inbox-page-" + i, Duration.ofDays(30 + i % 2)));
        List<String> all = numbers(list("?limit=200"));

        List<String> paged = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = list("?limit=3&cursor=" + cursor);
            paged.addAll(numbers(page));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Test
    void findsByNumberAndByWords() {
        SampleComplaintEvents found = new SampleComplaintEvents("inbox-search");
        deliver(
                found.submitted(
                        "Kuda",
                        "Kancil lari di Tugumuda, telepon 081234567890",
                        SubmittedReport.ReportPrivacySettings.OPEN),
                found.routed(SampleComplaintEvents.SEMARANG));

        assertThat(numbers(list("?q=" + found.id().value())))
                .containsExactly(found.id().value());
        assertThat(numbers(list("?q=tugumuda+KANCIL")))
                .containsExactly(found.id().value());
        assertThat(numbers(list("?q=tugumuda+gajah"))).isEmpty();
        assertThat(list("?q=tugumuda").path("complaints").path(0).path("text").asString())
                .contains("Kancil")
                .doesNotContain("081234567890");
    }

    @Test
    void anInstitutionSeesItsOwnOnly() {
        SampleComplaintEvents elsewhere = new SampleComplaintEvents("inbox-elsewhere");
        deliver(elsewhere.submitted(), elsewhere.routed(SampleComplaintEvents.SEMARANG));
        assertThat(numbers(list("?limit=200"))).contains(elsewhere.id().value());
        deliver(elsewhere.returned(), elsewhere.transferred(), elsewhere.routed(SampleComplaintEvents.AMBON));

        assertThat(numbers(list("?limit=200"))).doesNotContain(elsewhere.id().value());
        assertThat(numbers(list("?q=" + elsewhere.id().value()))).isEmpty();
        assertThat(get("/v1/agencies/D.81.71/complaints").statusCode()).isNotEqualTo(200);
    }

    @Test
    void anOfficerOfAUnitSeesWhatTheUnitHas() {
        SampleComplaintEvents given = complaint("inbox-unit", Duration.ofDays(3));
        SampleComplaintEvents other = complaint("inbox-no-unit", Duration.ofDays(3));
        deliver(given.unitAssigned());
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("unit-officer@D.33.74/Dinas Xyzzy"));

        assertThat(numbers(list("?limit=200")))
                .contains(given.id().value())
                .doesNotContain(other.id().value());
        assertThat(numbers(list("?q=" + other.id().value()))).isEmpty();
        assertThat(get(INBOX + "?unit=Dinas+Lain").body()).contains("\"unit\"");
    }

    @Test
    void movesThroughTheListsAsItIsWorked() {
        SampleComplaintEvents worked = complaint("inbox-worked", Duration.ofDays(3));
        deliver(worked.verified(), worked.clarificationAsked());
        assertThat(numbers(list("?list=waiting&limit=200")))
                .contains(worked.id().value());
        deliver(worked.replied());
        assertThat(numbers(list("?list=waiting&limit=200")))
                .doesNotContain(worked.id().value());
        deliver(worked.resolved());
        assertThat(numbers(list("?list=answered&limit=200")))
                .contains(worked.id().value());
        assertThat(numbers(list("?limit=200"))).doesNotContain(worked.id().value());
        deliver(worked.rated(5));
        assertThat(numbers(list("?list=ended&limit=200"))).contains(worked.id().value());
    }

    @Test
    void givesFiguresByMonthAndUnit() {
        SampleComplaintEvents counted = complaint("inbox-figures", Duration.ofDays(3));
        deliver(counted.unitAssigned());

        JsonNode figures = JsonMapper.shared()
                .readTree(get("/v1/agencies/D.33.74/figures?months=2").body());
        assertThat(figures.path("months").path("2026-03").path("received").asInt())
                .isPositive();
        assertThat(figures.path("units").has("Dinas Xyzzy")).isTrue();
        assertThat(get("/v1/agencies/D.33.74/figures?months=25").body()).contains("\"months\"");
        assertThat(get("/v1/agencies/D.33.74/figures.csv").body()).startsWith("by,name,received,");
    }

    @ParameterizedTest
    @CsvSource({"list=everything,list", "cursor=1,cursor", "limit=0,limit", "limit=x,limit"})
    void namesTheFieldThatIsInvalid(String query, String field) {
        HttpResponse<String> refused = get(INBOX + "?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"" + field + "\"");
    }

    /** Assigned to Semarang, which has this long from the first event to verify it. */
    private SampleComplaintEvents complaint(String seed, Duration due) {
        SampleComplaintEvents events = new SampleComplaintEvents(seed);
        deliver(
                events.submitted(),
                events.routed(SampleComplaintEvents.SEMARANG),
                events.deadlineSet(SlaClockType.INSTITUTION_VERIFICATION, due.minusHours(2)));
        return events;
    }

    private JsonNode list(String query) {
        HttpResponse<String> answer = get(INBOX + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) {
        return browser().get(path, "Authorization", "Bearer token");
    }

    private static List<String> numbers(JsonNode page) {
        return page.path("complaints")
                .valueStream()
                .map(each -> each.path("complaintId").asString())
                .toList();
    }
}
