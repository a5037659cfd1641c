package id.pintu.support.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pintu.events.ComplaintId;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.ImmediateBroker;
import id.pintu.processing.SampleDecider;
import id.pintu.processing.SnapshotStore;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** From an HTTP request through the command topic and back, over {@link ImmediateBroker}. */
class CommandGatewayTest {

    private static final EmbeddedMongo STORE = new EmbeddedMongo();
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final ComplaintId ID = ComplaintId.of(new byte[8]);

    private Instant now = SampleDecider.TOMORROW.minusSeconds(60);
    private final InstantSource clock = () -> now;
    private final SampleDecider decider = new SampleDecider();
    private final CommandCodec<SampleDecider.AddNote> codec = new CommandCodec<>(SampleDecider.AddNote.class);
    private final SnapshotStore<SampleDecider.SampleState> snapshots =
            new SnapshotStore<>(STORE.database(), SampleDecider.SampleState.class);
    private final ImmediateBroker broker = new ImmediateBroker()
            .deliverTo(EventProcessor.of(SampleDecider.SERVICE, decider, snapshots, clock)
                    .withCommands(codec, decider));
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new NoteController(new CommandGateway<>(
                    broker.commandSender(SampleDecider.SERVICE), codec, snapshots, clock, TIMEOUT)))
            .setControllerAdvice(new ProblemExceptionHandler())
            .build();

    @BeforeEach
    void empty() {
        STORE.database().drop();
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void answers204WhenTheCommandIsAccepted() throws Exception {
        perform("unit 1").andExpect(status().isNoContent());

        assertThat(snapshots.find(ID)).contains(new SampleDecider.SampleState(0, 0, 1, false));
    }

    @Test
    void answers404ForAnUnknownComplaint() throws Exception {
        perform("unknown")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:unknown-complaint"));
    }

    @Test
    void answers409WithTheReasonWhenTheCommandIsRefused() throws Exception {
        perform("never")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:never"))
                .andExpect(jsonPath("$.detail").value("It is never done."));
    }

    @Test
    void answers202WhenTheCommandIsNotProcessedInTime() throws Exception {
        broker.stopDelivering();

        perform("unit 1").andExpect(status().isAccepted());
        assertThat(broker.history()).hasSize(1);
    }

    @Test
    void answers503WithRetryAfterWhileTheBrokerIsDown() throws Exception {
        broker.goDown();

        perform("unit 1")
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:try-later"));
    }

    @Test
    void answers503WithoutWaitingForTheBrokerAfterSomeFailures() throws Exception {
        broker.goDown();
        for (int i = 0; i < 5; i++) {
            perform("unit 1");
        }
        broker.recover();

        perform("unit 1").andExpect(status().isServiceUnavailable());
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void sendsTheCommandWithItsComplaintAsKeyAndTheTraceparentOfTheRequest() throws Exception {
        Span span = Span.wrap(SpanContext.create(
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "00f067aa0ba902b7",
                TraceFlags.getSampled(),
                TraceState.getDefault()));
        try (Scope _ = span.makeCurrent()) {
            http.perform(request("unit 1"));
        }

        ProducerRecord<byte[], byte[]> sent = broker.history().getFirst();
        assertThat(sent.topic()).isEqualTo("toy.commands");
        assertThat(sent.key()).isEqualTo(ID.value().getBytes(UTF_8));
        assertThat(sent.headers().lastHeader("traceparent").value())
                .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(UTF_8));
        assertThat(sent.headers().lastHeader("ce_type").value()).isEqualTo("id.pintu.add-note".getBytes(UTF_8));
    }

    @Test
    void processesARepeatedRequestOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            http.perform(request("unit 1").header("Idempotency-Key", "one")).andExpect(status().isNoContent());
        }
        assertThat(snapshots.find(ID)).contains(new SampleDecider.SampleState(0, 0, 1, false));

        http.perform(request("unit 1").header("Idempotency-Key", "two"));
        http.perform(request("unit 1"));
        http.perform(request("unit 1"));
        assertThat(snapshots.find(ID)).contains(new SampleDecider.SampleState(0, 0, 4, false));
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherContentHoweverLongAgo() throws Exception {
        http.perform(request("unit 1").header("Idempotency-Key", "one")).andExpect(status().isNoContent());
        for (int i = 0; i < 40; i++) {
            perform("note " + i).andExpect(status().isNoContent());
        }
        int sent = broker.history().size();

        http.perform(request("unit 2").header("Idempotency-Key", "one"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("urn:pintu:problem:idempotency-key-reused"));
        http.perform(request("unit 1").header("Idempotency-Key", "one")).andExpect(status().isNoContent());
        assertThat(broker.history()).hasSize(sent);
    }

    @Test
    void refusesAKeyThatARefusedCommandUsedForAnotherContent() throws Exception {
        http.perform(request("never").header("Idempotency-Key", "one")).andExpect(status().isConflict());

        http.perform(request("unit 1").header("Idempotency-Key", "one")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void answers429UntilTheCommandMayBeSentAgain() throws Exception {
        MockHttpServletRequestBuilder early = request("tomorrow").header("Idempotency-Key", "one");
        for (int i = 0; i < 2; i++) {
            http.perform(early)
                    .andExpect(status().isTooManyRequests())
                    .andExpect(header().string("Retry-After", "61"))
                    .andExpect(jsonPath("$.type").value("urn:pintu:problem:too-early"));
        }
        assertThat(broker.history()).hasSize(1);

        now = now.plusSeconds(60);
        http.perform(early).andExpect(status().isNoContent());
    }

    @Test
    void answers413ForARequestLargerThanTheBrokerTakesAndGoesOnWithOthers() throws Exception {
        for (int i = 0; i < 10; i++) {
            broker.refuseAsTooLarge();
            perform("unit 1").andExpect(status().is(413));
        }
        broker.recover();
        perform("unit 1").andExpect(status().isNoContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void refusesABlankIdempotencyKey(String key) throws Exception {
        refuses(key);
    }

    @Test
    void refusesATooLongIdempotencyKey() throws Exception {
        refuses("k".repeat(256));
    }

    @Test
    void refusesANumberWithATypingError() throws Exception {
        http.perform(post("/toys/0000-0000-0001-0").content("unit 1"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("id"));
    }

    private void refuses(String key) throws Exception {
        http.perform(request("unit 1").header("Idempotency-Key", key))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("Idempotency-Key"))
                .andExpect(jsonPath("$.detail").value(containsString("1 to 255")));
        assertThat(broker.history()).isEmpty();
    }

    private ResultActions perform(String text) throws Exception {
        return http.perform(request(text));
    }

    private static MockHttpServletRequestBuilder request(String text) {
        return post("/toys/" + ID).content(text);
    }

    @RestController
    record NoteController(CommandGateway<SampleDecider.AddNote> gateway) {

        @PostMapping("/toys/{id}")
        ResponseEntity<Void> note(@PathVariable String id, @RequestBody String text, HttpServletRequest request) {
            return gateway.sendAndAwait(
                    id, request, (command, complaint) -> new SampleDecider.AddNote(command, complaint, text));
        }
    }
}
