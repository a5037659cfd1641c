package id.pintu.routing.http.rules;

import id.pintu.events.WireJson;
import id.pintu.house.http.Problem;
import id.pintu.routing.book.BrokenRules;
import id.pintu.routing.book.RuleBook;
import id.pintu.routing.kafka.LedgerReading;
import id.pintu.routing.rulebooks.Trial;
import id.pintu.routing.whatif.Comparison;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a draft of the rule book would have done with past complaints; for the desk and the operator. */
@RestController
@RequestMapping("/v1/routing/what-if")
class WhatIfController {

    private static final String CSV = "text/csv";

    private final Trial trial;

    WhatIfController(Trial trial) {
        this.trial = trial;
    }

    /**
     * What a draft of the rule book would have done with the complaints of the ledger.
     *
     * @param last how far back, such as {@code 30d}; the whole ledger without it
     */
    @PostMapping(consumes = {CSV, MediaType.ALL_VALUE})
    Comparison compare(@RequestBody String draft, @RequestParam(required = false) @Nullable String last) {
        return begin(trial, draft, last, (read, of) -> {}).compare();
    }

    /** As lines: how far it is, again and again, and the comparison last. */
    @PostMapping(
            consumes = {CSV, MediaType.ALL_VALUE},
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    void tell(
            @RequestBody String draft,
            @RequestParam(required = false) @Nullable String last,
            HttpServletResponse response) {
        Lines lines = new Lines(response);
        Comparison compared = begin(trial, draft, last, lines::reached).compare();
        lines.line(compared);
    }

    private interface Begun {
        Comparison compare();
    }

    /** What is wrong with the draft is said before anything is read. */
    private static Begun begin(Trial trial, String draft, @Nullable String last, LedgerReading.Progress told) {
        Optional<Duration> far = Optional.ofNullable(last).map(WhatIfController::duration);
        try {
            RuleBook book = trial.read(draft);
            return () -> trial.compare(book, far, told);
        } catch (BrokenRules e) {
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

    /** Each is sent at once; nothing is, until the draft was found usable. */
    private record Lines(HttpServletResponse response) {

        void reached(long read, long of) {
            line(Map.of("read", read, "of", of));
        }

        void line(Object value) {
            try {
                response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
                OutputStream out = response.getOutputStream();
                out.write((WireJson.MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
