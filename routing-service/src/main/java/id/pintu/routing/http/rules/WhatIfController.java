package id.pintu.routing.http.rules;

import id.pintu.events.WireJsonMapper;
import id.pintu.routing.kafka.LedgerScanner;
import id.pintu.routing.rulebooks.DraftRulesEvaluator;
import id.pintu.routing.rules.InvalidRulesException;
import id.pintu.routing.rules.RuleBook;
import id.pintu.routing.whatif.RuleBookComparison;
import id.pintu.support.http.ProblemException;
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

/** REST controller that tries a draft of the rule book on past complaints; for the desk and the operator. */
@RestController
@RequestMapping("/v1/routing/what-if")
class WhatIfController {

    private static final String CSV = "text/csv";

    private final DraftRulesEvaluator evaluator;

    WhatIfController(DraftRulesEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * Compares how a draft of the rule book and the current one route the complaints of the ledger.
     *
     * @param last period of their submission, such as {@code 30d}; the whole ledger by default
     */
    @PostMapping(consumes = {CSV, MediaType.ALL_VALUE})
    RuleBookComparison compare(@RequestBody String draft, @RequestParam(required = false) @Nullable String last) {
        return compare(draft, last, (read, of) -> {});
    }

    /** Streams the same comparison as NDJSON: lines of progress, then the comparison. */
    @PostMapping(
            consumes = {CSV, MediaType.ALL_VALUE},
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    void streamComparison(
            @RequestBody String draft,
            @RequestParam(required = false) @Nullable String last,
            HttpServletResponse response) {
        NdjsonWriter writer = new NdjsonWriter(response);
        writer.writeLine(compare(draft, last, writer::writeProgress));
    }

    /** The draft is parsed first, so that an invalid one is refused before the ledger is read. */
    private RuleBookComparison compare(
            String draft, @Nullable String last, LedgerScanner.ScanProgressListener progress) {
        Optional<Duration> period = Optional.ofNullable(last).map(WhatIfController::duration);
        return evaluator.compare(parse(draft), period, progress);
    }

    private RuleBook parse(String draft) {
        try {
            return evaluator.parseDraft(draft);
        } catch (InvalidRulesException e) {
            throw RuleBookProblemMapper.toProblem(e);
        }
    }

    private static Duration duration(String last) {
        if (!last.matches("[1-9][0-9]{0,4}[dh]")) {
            throw ProblemException.ofField("last", "is a number of days or hours, such as 30d");
        }
        long number = Long.parseLong(last.substring(0, last.length() - 1));
        return last.endsWith("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }

    /** Writer of NDJSON lines, each flushed. It touches the response only with the first line, so a problem can still be sent. */
    private record NdjsonWriter(HttpServletResponse response) {

        void writeProgress(long read, long of) {
            writeLine(Map.of("read", read, "of", of));
        }

        void writeLine(Object value) {
            try {
                response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
                OutputStream out = response.getOutputStream();
                out.write((WireJsonMapper.MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
