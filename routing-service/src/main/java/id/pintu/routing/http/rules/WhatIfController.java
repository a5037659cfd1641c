package id.pintu.routing.http.rules;

import id.pintu.events.WireJson;
import id.pintu.house.http.Problem;
import id.pintu.routing.kafka.LedgerReading;
import id.pintu.routing.rulebooks.BrokenBook;
import id.pintu.routing.rulebooks.Trial;
import id.pintu.routing.whatif.Comparison;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What a draft of the rule book would have done with past complaints; for the desk and the operator. */
@RestController
@RequestMapping("/v1/routing/what-if")
class WhatIfController {

    private final Trial<?> trial;

    WhatIfController(Trial<?> trial) {
        this.trial = trial;
    }

    /**
     * The comparison, when it is done.
     *
     * @param last how far back, such as {@code 30d}; the whole ledger without it
     */
    @PostMapping
    Comparison compare(@RequestBody String draft, @RequestParam(required = false) @Nullable String last) {
        return begin(trial, draft, last, (read, of) -> {}).compare();
    }

    /** As lines: how far it is, again and again, and the comparison last. */
    @PostMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> tell(
            @RequestBody String draft, @RequestParam(required = false) @Nullable String last) {
        Lines lines = new Lines();
        Begun begun = begin(trial, draft, last, lines::reached);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(out -> lines.to(out, begun));
    }

    private interface Begun {
        Comparison compare();
    }

    /** What is wrong with the draft is said before anything is read. */
    private static <R> Begun begin(Trial<R> trial, String draft, @Nullable String last, LedgerReading.Progress told) {
        Optional<Duration> far = Optional.ofNullable(last).map(WhatIfController::duration);
        try {
            R rules = trial.read(draft);
            return () -> trial.compare(rules, far, told);
        } catch (BrokenBook e) {
            throw Faults.problem(e);
        }
    }

    private static Duration duration(String last) {
        if (!last.matches("[1-9][0-9]{0,4}[dh]")) {
            throw Problem.ofField("last", "is a number of days or hours, such as 30d");
        }
        long number = Long.parseLong(last.substring(0, last.length() - 1));
        return last.endsWith("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }

    private static final class Lines {

        private OutputStream out = OutputStream.nullOutputStream();

        void to(OutputStream stream, Begun begun) {
            out = stream;
            line(begun.compare());
        }

        void reached(long read, long of) {
            line(Map.of("read", read, "of", of));
        }

        private void line(Object value) {
            try {
                out.write((WireJson.MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
