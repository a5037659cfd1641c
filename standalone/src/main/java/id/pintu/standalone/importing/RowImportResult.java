package id.pintu.standalone.importing;

import id.pintu.standalone.CommandLineException;
import id.pintu.standalone.ProblemResponse;
import java.net.http.HttpResponse;

/** Result of importing one row. */
sealed interface RowImportResult {

    /** Accepted as a new complaint. */
    record Accepted() implements RowImportResult {}

    /** Accepted before, in an earlier run or as an earlier row with the same id. */
    record Repeated() implements RowImportResult {}

    /**
     * Refused as invalid.
     *
     * @param field name of the invalid field, as in intake's API or in the file; empty when the whole row is invalid
     */
    record Refused(String field, String message) implements RowImportResult {}

    /**
     * Reads intake's response to {@code POST /v1/complaints}.
     *
     * @throws CommandLineException when the status is none that intake sends
     */
    static RowImportResult of(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 201, 202 ->
                response.headers()
                                .firstValue("Idempotent-Replayed")
                                .filter("true"::equals)
                                .isPresent()
                        ? new Repeated()
                        : new Accepted();
            case 200 -> new Repeated();
            case 400, 409, 413, 422, 500 -> refused(ProblemResponse.parse(response.statusCode(), response.body()));
            case 401, 403 ->
                throw new CommandLineException("The server refused the key for imports. Is --data the directory of this"
                        + " server? For one elsewhere, give a key of the channel import with --channel-key.");
            default ->
                throw new CommandLineException(
                        "The server at " + response.uri() + " is not intake: HTTP " + response.statusCode());
        };
    }

    private static Refused refused(ProblemResponse problem) {
        if (problem.problem().path("type").asString("").endsWith(":idempotency-key-reused")) {
            return new Refused("id", "was imported before with other content; the first import stays");
        }
        return problem.fieldErrors().stream()
                .findFirst()
                .map(error -> new Refused(
                        error.path("field").asString(""), error.path("message").asString(problem.detail())))
                .orElseGet(() -> new Refused("", problem.detail()));
    }
}
