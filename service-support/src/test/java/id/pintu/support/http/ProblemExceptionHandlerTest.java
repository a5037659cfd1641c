package id.pintu.support.http;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.MongoTimeoutException;
import id.pintu.events.ComplaintKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ProblemExceptionHandlerTest {

    /** Input of a person; it must not occur in any response. */
    private static final String PRIVATE = "SitiRahayu";

    private final MockMvc http = MockMvcBuilders.standaloneSetup(new SampleController())
            .setControllerAdvice(new ProblemExceptionHandler())
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                          | text",
                "{\"text\": \"  \"}                                          | text",
                "{\"text\": \"SitiRahayuSitiRahayu\"}                        | text",
                "{\"text\": \"a\", \"kind\": \"SitiRahayu\"}                 | kind",
                "{\"text\": \"a\", \"on\": \"SitiRahayu\"}                   | on",
                "{\"text\": \"a\", \"stars\": \"SitiRahayu\"}                | stars",
                "{\"text\": \"a\", \"contact\": {\"email\": \"\"}}           | contact.email",
                "{\"text\": \"a\", \"contact\": {\"since\": \"SitiRahayu\"}} | contact.since",
                "{\"text\": [\"SitiRahayu\"]}                                | text",
            })
    void namesTheFieldAndNeverQuotesItsValue(String body, String field) throws Exception {
        submit(body)
                .andExpect(problem(400))
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.detail").value(containsString("'" + field + "'")));
    }

    @Test
    void anUnknownFieldIsNamedWithTheKnownOnes() throws Exception {
        MockMvc strict = MockMvcBuilders.standaloneSetup(new SampleController())
                .setControllerAdvice(new ProblemExceptionHandler())
                .setMessageConverters(new JacksonJsonHttpMessageConverter(JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                        .build()))
                .build();
        strict.perform(post("/form").contentType(MediaType.APPLICATION_JSON).content("{\"txt\": \"SitiRahayu\"}"))
                .andExpect(problem(400))
                .andExpect(jsonPath("$.errors[0].field").value("txt"))
                .andExpect(jsonPath("$.detail")
                        .value("field 'txt' is not known; known are contact, kind, on, stars, text"));
    }

    @Test
    void namesEveryInvalidField() throws Exception {
        submit("{\"contact\": {\"email\": \" \"}}")
                .andExpect(problem(400))
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:invalid-field"))
                .andExpect(jsonPath("$.errors[*].field").value(containsInAnyOrder("text", "contact.email")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"text\": SitiRahayu", "SitiRahayu", "''", "[]", "{\"text\": \"SitiRahayu"})
    void reportsABodyThatIsNotReadable(String body) throws Exception {
        submit(body).andExpect(problem(400)).andExpect(jsonPath("$.type").value("urn:pintu:problem:invalid-body"));
    }

    @Test
    void namesAQueryVariableOfTheWrongType() throws Exception {
        http.perform(get("/list").param("limit", PRIVATE))
                .andExpect(problem(400))
                .andExpect(jsonPath("$.errors[0].field").value("limit"));
    }

    @Test
    void namesAMissingQueryVariable() throws Exception {
        http.perform(get("/list"))
                .andExpect(problem(400))
                .andExpect(jsonPath("$.detail").value(containsString("limit")));
    }

    @Test
    void answersUnknownPathsMethodsAndMediaTypesAsProblems() throws Exception {
        http.perform(get("/nowhere")).andExpect(problem(404));
        http.perform(get("/form")).andExpect(problem(405));
        http.perform(post("/form").contentType(MediaType.TEXT_PLAIN).content(PRIVATE))
                .andExpect(problem(415));
    }

    @Test
    void passesAProblemExceptionOn() throws Exception {
        http.perform(get("/refusal"))
                .andExpect(problem(409))
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:not-answered"))
                .andExpect(jsonPath("$.detail").value("Not answered yet."));
    }

    @Test
    void hidesTheDetailsOfAnUnexpectedException() throws Exception {
        http.perform(get("/bug"))
                .andExpect(problem(500))
                .andExpect(content().string(not(containsString("Exception"))))
                .andExpect(content().string(not(containsString("trace"))));
    }

    @Test
    void answers503WithRetryAfterWhileMongoDoesNotAnswer() throws Exception {
        http.perform(get("/outage")).andExpect(problem(503)).andExpect(header().string("Retry-After", "5"));
    }

    private ResultActions submit(String body) throws Exception {
        return http.perform(
                post("/form").contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private static ResultMatcher problem(int status) {
        return result -> {
            status().is(status).match(result);
            content()
                    .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                    .match(result);
            jsonPath("$.status").value(status).match(result);
            content().string(not(containsString(PRIVATE))).match(result);
        };
    }

    record SampleForm(
            @NotBlank(message = "is required") @Size(max = 10, message = "has at most 10 characters") @Nullable
            String text,

            @Nullable ComplaintKind kind,
            @Nullable LocalDate on,
            @Nullable Integer stars,
            @Valid @Nullable SampleContact contact) {}

    record SampleContact(
            @NotBlank(message = "is required") @Nullable String email,
            @Nullable LocalDate since) {}

    @RestController
    static class SampleController {

        @PostMapping(path = "/form", consumes = MediaType.APPLICATION_JSON_VALUE)
        void form(@Valid @RequestBody SampleForm form) {}

        @GetMapping("/list")
        int list(@RequestParam int limit) {
            return limit;
        }

        @GetMapping("/refusal")
        void refusal() {
            throw ProblemException.of(HttpStatus.CONFLICT, "not-answered", "Not answered yet.");
        }

        @GetMapping("/bug")
        void bug() {
            throw new IllegalStateException("cannot handle " + PRIVATE);
        }

        @GetMapping("/outage")
        void outage() {
            throw new MongoTimeoutException("no server for " + PRIVATE);
        }
    }
}
