package id.pintu.support.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ComplaintKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

class RequestInputConfigurationTest {

    private static final AtomicInteger ACTS = new AtomicInteger();

    private final MockMvc http = MockMvcBuilders.standaloneSetup(new ReportController())
            .setControllerAdvice(new ProblemExceptionHandler(), new RequestInputConfiguration.ParameterTextAdvice())
            .addInterceptors(new AcceptHeaderInterceptor())
            .setMessageConverters(new JacksonJsonHttpMessageConverter(strictMapper()))
            .build();

    private static JsonMapper strictMapper() {
        JsonMapper.Builder mapper = JsonMapper.builder().addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class);
        RequestInputConfiguration.makeStrict(mapper);
        return mapper.build();
    }

    @BeforeEach
    void reset() {
        ACTS.set(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": 12345}                                | text",
                "{\"text\": true}                                 | text",
                "{\"text\": 1.5}                                  | text",
                "{\"text\": \"a\", \"kind\": 1}                   | kind",
                "{\"text\": \"a\", \"kind\": \"1\"}               | kind",
                "{\"text\": \"a\", \"on\": 20000}                 | on",
                "{\"text\": \"a\", \"anonymous\": 1}              | anonymous",
                "{\"text\": \"a\", \"anonymous\": \"true\"}       | anonymous",
                "{\"text\": \"a\", \"stars\": 4.5}                | stars",
                "{\"text\": \"a\", \"stars\": \"4\"}              | stars",
                "{\"text\": \"a\", \"latitude\": \"1.5\"}         | latitude",
                "{\"text\": \"a\", \"latitude\": true}            | latitude",
                "{\"text\": \"a\", \"text\": \"b\"}               | text",
                "{\"text\": \"a\", \"place\": {\"note\": \"b\", \"note\": \"c\"}} | place.note",
                "{\"text\": \"a\", \"kind\": nonsense}            | kind",
            })
    void refusesWhatWouldHaveToBeGuessed(String body, String field) throws Exception {
        submit(body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
        assertThat(ACTS).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00a0\u2003", "\u200b", "\u2060 \ufeff", "\u202e\u2066", "\u0000\u0007", "\u3164", "\u200d"})
    void aTextThatShowsNothingIsBlank(String text) throws Exception {
        submit(strictMapper().writeValueAsString(Map.of("text", text)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("text"));
        http.perform(get("/echo").param("text", text))
                .andExpect(jsonPath("$.text").value(""));
    }

    @Test
    void textIsNormalizedBeforeItIsUsed() throws Exception {
        submit("{\"text\": \"Jala\\u0301n\\u202e rusak\\u200b\\r\\nparah\\ud800 \\ud83d\\udea7\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.text").value("Jal\u00e1n rusak\nparah\ufffd \ud83d\udea7"));
        http.perform(get("/echo").param("text", "Jala\u0301n\u202e"))
                .andExpect(jsonPath("$.text").value("Jal\u00e1n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "application/xml", "text/plain, image/*"})
    void answers406BeforeTheHandlerActs(String accept) throws Exception {
        http.perform(post("/report")
                        .header(HttpHeaders.ACCEPT, accept)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"a\"}"))
                .andExpect(status().isNotAcceptable())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        assertThat(ACTS).hasValue(0);
    }

    @Test
    void refusesAnAcceptHeaderThatIsNoMediaType() throws Exception {
        http.perform(post("/report")
                        .header(HttpHeaders.ACCEPT, "nonsense")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"a\"}"))
                .andExpect(status().isNotAcceptable());
        assertThat(ACTS).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json;charset=UTF-8",
                "text/html, */*;q=0.1",
                "application/problem+json"
            })
    void actsForAClientThatAcceptsJson(String accept) throws Exception {
        http.perform(post("/report")
                        .header(HttpHeaders.ACCEPT, accept)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"a\"}"))
                .andExpect(status().isOk());
        assertThat(ACTS).hasValue(1);
    }

    @Test
    void aHandlerWithoutABodyActsForEveryClient() throws Exception {
        http.perform(post("/done").header(HttpHeaders.ACCEPT, "text/plain")).andExpect(status().isNoContent());
    }

    @Test
    void theFieldsOfABrokenBodyAreNamedWithoutTheirValues() throws Exception {
        submit("{\"text\": \"a\", \"place\": {\"note\": SitiRahayu}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("'place.note'")))
                .andExpect(content().string(not(containsString("SitiRahayu"))));
    }

    private ResultActions submit(String body) throws Exception {
        return http.perform(
                post("/report").contentType(MediaType.APPLICATION_JSON).content(body));
    }

    record ReportForm(
            @NotBlank @Nullable String text,
            @Nullable ComplaintKind kind,
            @Nullable LocalDate on,
            @Nullable Boolean anonymous,
            @Nullable Integer stars,
            @Nullable BigDecimal latitude,
            @Nullable PlaceNote place) {}

    record PlaceNote(@Nullable String note) {}

    @RestController
    static class ReportController {

        @PostMapping("/report")
        ResponseEntity<ReportForm> report(@Valid @RequestBody ReportForm form) {
            ACTS.incrementAndGet();
            return ResponseEntity.ok(form);
        }

        @PostMapping("/done")
        ResponseEntity<Void> done() {
            return ResponseEntity.noContent().build();
        }

        @GetMapping("/echo")
        ReportForm echo(@RequestParam String text) {
            return new ReportForm(text, null, null, null, null, null, null);
        }
    }
}
