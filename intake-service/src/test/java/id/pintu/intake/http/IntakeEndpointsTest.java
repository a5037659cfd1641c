package id.pintu.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.IntakeChannel;
import id.pintu.intake.IntakeServiceFixture;
import id.pintu.intake.rates.SubmissionRateLimits;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.support.keys.ChannelCredential;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

class IntakeEndpointsTest {

    private static final EmbeddedMongo MONGO = new EmbeddedMongo();
    private static final Principal GATEWAY = IntakeServiceFixture.channel("gateway", IntakeChannel.SMS);
    private static final JsonMapper JSON = new JsonMapper();

    private final IntakeServiceFixture intake = new IntakeServiceFixture(MONGO);
    private final MockMvc http = IntakeHttpFixture.mockMvc(intake);

    @BeforeEach
    void dropDatabase() {
        MONGO.database().drop();
    }

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @Test
    void acceptsACompleteReportAndSendsItUnchangedToTheCommandTopic() throws Exception {
        submit("""
                        {"text": " Jalan rusak ", "kind": "supervisory-complaint", "title": "Lubang",
                         "place": {"regionCode": "33.74", "description": "Simpang Lima",
                                   "latitude": -6.9904, "longitude": 110.4229},
                         "wishedInstitution": "D.33.74", "category": "kependudukan/akta kelahiran", "occurredOn": "2026-03-01",
                         "contact": {"name": "Siti", "email": "siti@example.org", "phone": "+62 812-3456-789"},
                         "anonymous": true, "confidential": true}""")
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", containsString("/v1/complaints/")))
                .andExpect(jsonPath("$.trackingNumber").isString())
                .andExpect(jsonPath("$.reporterKey").isString());

        assertThat(JSON.readTree(intake.broker.written("intake.commands").getFirst())
                        .get("report"))
                .isEqualTo(JSON.readTree("""
                                {"door": "web", "kind": "supervisory-complaint", "title": "Lubang", "text": "Jalan rusak",
                                 "place": {"regionCode": "33.74", "description": "Simpang Lima",
                                           "point": {"latitude": -6.9904, "longitude": 110.4229}},
                                 "wishedInstitution": "D.33.74", "category": "KEPENDUDUKAN/AKTA KELAHIRAN",
                                 "occurredOn": "2026-03-01",
                                 "privacy": {"anonymous": true, "confidential": true, "reachableBy": "email"}}"""));
        assertThat(intake.broker.written("reporters"))
                .containsExactly("{\"name\":\"Siti\",\"email\":\"siti@example.org\",\"phone\":\"+628123456789\","
                        + "\"emailConfirmed\":false}");
    }

    @Test
    void acceptsAReportWithOnlyAText() throws Exception {
        submit("{\"text\": \"Jalan rusak\"}").andExpect(status().isCreated());

        assertThat(JSON.readTree(intake.broker.written("intake.commands").getFirst())
                        .get("report"))
                .isEqualTo(JSON.readTree("""
                                {"door": "web", "kind": "complaint", "title": "", "text": "Jalan rusak", "place": {},
                                 "privacy": {"anonymous": false, "confidential": false, "reachableBy": "none"}}"""));
    }

    @Test
    void listsTheRegionsAReportCanName() throws Exception {
        http.perform(get("/v1/regions"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(552))
                .andExpect(jsonPath("$[0].code").value("11"))
                .andExpect(jsonPath("$[1].parent").value("11"));
    }

    @Test
    void listsTheCategories() throws Exception {
        http.perform(get("/v1/categories"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(38))
                .andExpect(jsonPath("$[0].category").value("AGAMA"))
                .andExpect(jsonPath("$[0].subcategories[0]").value("HAJI DAN UMROH"));
    }

    static Stream<Arguments> invalidReports() {
        return Stream.of(
                Arguments.of("{}", "text"),
                Arguments.of("{\"text\": \"  \"}", "text"),
                Arguments.of("{\"text\": \"" + "x".repeat(20_001) + "\"}", "text"),
                invalid("kind", "\"grievance\"", "kind"),
                invalid("title", "\"" + "x".repeat(301) + "\"", "title"),
                invalid("place", "{\"regionCode\": \"3374\"}", "place.regionCode"),
                invalid("place", "{\"regionCode\": \"33.7\"}", "place.regionCode"),
                invalid("place", "{\"regionCode\": \"99.99\"}", "place.regionCode"),
                invalid("place", "{\"description\": \"" + "x".repeat(501) + "\"}", "place.description"),
                invalid("place", "{\"latitude\": 90.01, \"longitude\": 110}", "place.latitude"),
                invalid("place", "{\"latitude\": -6.9, \"longitude\": -181}", "place.longitude"),
                invalid("place", "{\"latitude\": -6.9}", "place.longitude"),
                invalid("place", "{\"longitude\": 110.4}", "place.latitude"),
                invalid("place", "{\"latitude\": \"6° LS\", \"longitude\": 110}", "place.latitude"),
                invalid("wishedInstitution", "\"" + "x".repeat(101) + "\"", "wishedInstitution"),
                invalid("category", "\"" + "x".repeat(201) + "\"", "category"),
                invalid("category", "\"INFRASTRUKTUR/JALAN\"", "category"),
                invalid("occurredOn", "\"yesterday\"", "occurredOn"),
                invalid("occurredOn", "\"2026-03-03\"", "occurredOn"),
                invalid("contact", "{\"name\": \"" + "x".repeat(201) + "\"}", "contact.name"),
                invalid("contact", "{\"email\": \"siti.example.org\"}", "contact.email"),
                invalid("contact", "{\"email\": \"" + "x".repeat(250) + "@e.org\"}", "contact.email"),
                invalid("contact", "{\"name\": \"Klik http://evil.example siti\"}", "contact.name"),
                invalid("contact", "{\"name\": \"siti.example\"}", "contact.name"),
                invalid("contact", "{\"email\": \"siti@localhost\"}", "contact.email"),
                invalid("contact", "{\"email\": \"a@e.org\", \"emailVerified\": true}", "contact.emailVerified"),
                invalid("contact", "{\"phone\": \"000000\"}", "contact.phone"),
                invalid("occurredOn", "\"0001-01-01\"", "occurredOn"),
                invalid("occurredOn", "\"1999-12-31\"", "occurredOn"),
                invalid("contact", "{\"phone\": \"siti\"}", "contact.phone"),
                invalid("contact", "{\"phone\": \"12345\"}", "contact.phone"),
                invalid("contact", "{\"phone\": \"+62812345678901234567890\"}", "contact.phone"),
                invalid("anonymous", "\"perhaps\"", "anonymous"));
    }

    private static Arguments invalid(String field, String value, String invalidField) {
        return Arguments.of("{\"text\": \"Jalan rusak\", \"" + field + "\": " + value + "}", invalidField);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("invalidReports")
    void namesTheInvalidField(String body, String field) throws Exception {
        assertInvalidField(submit(body), field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\": \"siti@example.org\"}",
                "{\"email\": \"siti.rahayu+lapor@sub.example.co.id\"}",
                "{\"phone\": \"081234567890\"}",
                "{\"phone\": \"+62 812-3456-7890\"}",
                "{\"phone\": \"(021) 5550001\"}",
                "{\"name\": \"Siti\"}",
                "{}",
            })
    void acceptsCommonContactFormats(String contact) throws Exception {
        submit("{\"text\": \"Jalan rusak\", \"contact\": " + contact + "}").andExpect(status().isCreated());
    }

    @Test
    void namesAllInvalidFieldsTogether() throws Exception {
        submit("""
                        {"text": " ", "occurredOn": "2999-01-01", "category": "siti", "place": {"latitude": 1},
                         "contact": {"name": "siti@x", "email": "siti", "phone": "000000"}}""")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field")
                        .value(containsInAnyOrder(
                                "text",
                                "occurredOn",
                                "category",
                                "place.longitude",
                                "contact.name",
                                "contact.email",
                                "contact.phone")));
    }

    @ParameterizedTest
    @CsvSource({"(021) 5550001, +62215550001, none", "0811-0000-001, +628110000001, sms"})
    void aLandlineIsAContactThatGetsNoSms(String typed, String canonical, String reachableBy) throws Exception {
        submit("{\"text\": \"a\", \"contact\": {\"phone\": \"" + typed + "\"}}").andExpect(status().isCreated());

        assertThat(intake.broker.written("reporters")).containsExactly("{\"phone\":\"" + canonical + "\"}");
        assertThat(intake.broker.written("intake.commands").getFirst())
                .contains("\"reachableBy\":\"" + reachableBy + "\"");
    }

    @Test
    void aTrustedChannelMayStateThatItVerifiedTheAddress() throws Exception {
        http.perform(json(
                                "/v1/complaints",
                                "{\"text\": \"a\", \"contact\": {\"email\": \"s@e.org\", \"emailVerified\": true}}")
                        .header("X-Pintu-Door", "partner")
                        .principal(IntakeServiceFixture.authentication(new ChannelCredential(
                                "p", Set.of(IntakeChannel.PARTNER), true, false, Optional.empty(), false))))
                .andExpect(status().isCreated());

        assertThat(intake.broker.written("reporters"))
                .containsExactly("{\"email\":\"s@e.org\",\"emailConfirmed\":true}");
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource({
        "2026-03-02T14:59:59Z, 2026-03-02, 201",
        "2026-03-02T14:59:59Z, 2026-03-03, 400",
        "2026-03-02T15:00:00Z, 2026-03-03, 201",
        "2026-03-02T15:00:00Z, 2026-03-04, 400",
    })
    void theLatestAllowedDateIsTodayInTheEasternmostZone(Instant now, String occurredOn, int status) throws Exception {
        IntakeHttpFixture.mockMvc(new IntakeServiceFixture(MONGO, now))
                .perform(json("/v1/complaints", "{\"text\": \"a\", \"occurredOn\": \"" + occurredOn + "\"}"))
                .andExpect(status().is(status));
    }

    @ParameterizedTest
    @CsvSource({"web, web", "APP, app", "import, import", "partner, partner"})
    void storesTheChannelOfTheHeader(String header, String channel) throws Exception {
        http.perform(json("/v1/complaints", "{\"text\": \"a\"}")
                        .header("X-Pintu-Door", header)
                        .principal(IntakeServiceFixture.channel("any", IntakeChannel.values())))
                .andExpect(status().isCreated());

        assertThat(intake.broker.written("intake.commands").getFirst()).contains("\"door\":\"" + channel + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms", "app", "import", "email", "whatsapp", "x", "desk", "partner"})
    void everyChannelButTheWebFormNeedsAKeyForIt(String channel) throws Exception {
        http.perform(json("/v1/complaints", "{\"text\": \"a\"}").header("X-Pintu-Door", channel))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        http.perform(json("/v1/complaints", "{\"text\": \"a\"}")
                        .header("X-Pintu-Door", channel)
                        .principal(IntakeServiceFixture.channel("form", IntakeChannel.WEB)))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:channel-not-allowed"));

        assertThat(intake.broker.history()).isEmpty();
    }

    @Test
    void aKeyIsForItsChannelsOnly() throws Exception {
        http.perform(json("/v1/complaints", "{\"text\": \"a\"}")
                        .principal(IntakeServiceFixture.channel("gateway", IntakeChannel.SMS)))
                .andExpect(status().isForbidden());
        http.perform(json("/v1/sms", "{\"from\": \"+628123456789\", \"to\": \"1708\", \"text\": \"a\"}"))
                .andExpect(status().isUnauthorized());
        http.perform(json("/v1/sms", "{\"from\": \"+628123456789\", \"to\": \"1708\", \"text\": \"a\"}")
                        .principal(IntakeServiceFixture.channel("form", IntakeChannel.WEB)))
                .andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fax", "web,app"})
    void refusesAnUnknownChannel(String header) throws Exception {
        assertInvalidField(
                http.perform(json("/v1/complaints", "{\"text\": \"a\"}").header("X-Pintu-Door", header)),
                "X-Pintu-Door");
    }

    @Test
    void returnsTheSameReceiptForARepeatedKeyAndRefusesAnInvalidKey() throws Exception {
        String first = submitWithKey("key").andReturn().getResponse().getContentAsString();
        submitWithKey("key").andExpect(status().isCreated()).andExpect(content().json(first));

        assertInvalidField(submitWithKey(" "), "Idempotency-Key");
        assertInvalidField(submitWithKey("k".repeat(256)), "Idempotency-Key");
    }

    @Test
    void tooManySubmissionsAre429WithTheTimeToWait() throws Exception {
        MockMvc limited = IntakeHttpFixture.mockMvc(intake, new SubmissionRateLimits(1, 1, 1, 1, 10));
        limited.perform(json("/v1/complaints", "{\"text\": \"a\"}")).andExpect(status().isCreated());
        limited.perform(json("/v1/complaints", "{\"text\": \"a\"}"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:too-many-requests"));
        String sms = "{\"from\": \"+628123456789\", \"to\": \"1708\", \"text\": \"a\"}";
        limited.perform(sms(sms)).andExpect(status().isCreated());
        limited.perform(sms(sms)).andExpect(status().isTooManyRequests());
    }

    @Test
    void acceptsAnSmsAsJson() throws Exception {
        http.perform(sms("{\"from\": \"+628123456789\", \"to\": \"1708\", \"text\": \" TANGKAB jalan rusak \"}"))
                .andExpect(status().isCreated());

        assertSmsSubmitted();
    }

    @Test
    void acceptsAnSmsAsAForm() throws Exception {
        http.perform(post("/v1/sms")
                        .principal(GATEWAY)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("from", "+628123456789")
                        .param("to", "1708")
                        .param("text", " TANGKAB jalan rusak "))
                .andExpect(status().isCreated());

        assertSmsSubmitted();
    }

    private void assertSmsSubmitted() {
        assertThat(JSON.readTree(intake.broker.written("intake.commands").getFirst())
                        .get("report"))
                .isEqualTo(JSON.readTree("""
                                {"door": "sms", "kind": "complaint", "title": "", "text": "TANGKAB jalan rusak", "place": {},
                                 "privacy": {"anonymous": false, "confidential": false, "reachableBy": "sms"}}"""));
        assertThat(intake.broker.written("reporters")).containsExactly("{\"phone\":\"+628123456789\"}");
        assertThat(intake.broker.written("intake.commands").getFirst()).doesNotContain("8123456789");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({"from, ''", "from, 1708", "to, ''", "to, 9999", "to, +628123456789", "text, '  '"})
    void namesTheInvalidFieldOfAnSms(String field, String value) throws Exception {
        MockHttpServletRequestBuilder sms =
                post("/v1/sms").principal(GATEWAY).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (String parameter : new String[] {"from", "to", "text"}) {
            String valid = parameter.equals("from") ? "+628123456789" : parameter.equals("to") ? "1708" : "jalan rusak";
            sms.param(parameter, parameter.equals(field) ? value : valid);
        }
        assertInvalidField(http.perform(sms), field);
        assertInvalidField(http.perform(sms("{\"from\": \"123\", \"to\": \"1708\"}")), "text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TELKOMSEL", "3636", "123456", "+999"})
    void anSmsThatNobodyCanAnswerIsRegisteredWithoutAContact(String from) throws Exception {
        http.perform(sms("{\"from\": \"" + from + "\", \"to\": \"1708\", \"text\": \"jalan rusak\"}"))
                .andExpect(status().isCreated());

        assertThat(intake.broker.written("intake.commands").getFirst()).contains("\"reachableBy\":\"none\"");
        assertThat(intake.broker.written("reporters")).containsExactly("{\"phone\":\"" + from + "\"}");
    }

    @ParameterizedTest(name = "id {0} and {2}, {1} and {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1, 2026-03-02T02:00:00Z, 1, 2026-03-04T02:00:00Z, true",
                "1, 2026-03-02T02:00:00Z, 2, 2026-03-02T02:00:00Z, false",
                "-, 2026-03-02T02:00:00Z, -, 2026-03-02T16:59:59Z, true",
                "-, 2026-03-02T16:59:59Z, -, 2026-03-02T17:00:00Z, false",
            })
    void anSmsIsIdentifiedByTheGatewaysIdOrElseByItsDay(
            @Nullable String id, Instant now, @Nullable String otherId, Instant later, boolean same) throws Exception {
        assertThat(trackingNumberOfSms(id, now).equals(trackingNumberOfSms(otherId, later)))
                .isEqualTo(same);
    }

    private static String trackingNumberOfSms(@Nullable String id, Instant now) throws Exception {
        String field = id == null ? "" : "\"id\": \"" + id + "\", ";
        String receipt = IntakeHttpFixture.mockMvc(new IntakeServiceFixture(MONGO, now))
                .perform(sms("{" + field + "\"from\": \"0812\", \"to\": \"1708\", \"text\": \"a\\nb\"}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JSON.readTree(receipt).get("trackingNumber").stringValue();
    }

    private ResultActions submit(String body) throws Exception {
        return http.perform(json("/v1/complaints", body));
    }

    private ResultActions submitWithKey(String key) throws Exception {
        return http.perform(
                json("/v1/complaints", "{\"text\": \"Jalan rusak\"}").header("Idempotency-Key", key));
    }

    private void assertInvalidField(ResultActions response, String field) throws Exception {
        response.andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(content().string(not(containsString("siti"))));
    }

    private static MockHttpServletRequestBuilder sms(String body) {
        return json("/v1/sms", body).principal(GATEWAY);
    }

    private static MockHttpServletRequestBuilder json(String path, String body) {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
