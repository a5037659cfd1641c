package id.pintu.support.openapi;

import id.pintu.support.http.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong, as RFC 9457 tells it.
 *
 * @param type {@code urn:pintu:problem:} and a code that is stable; {@code about:blank} when the status says it all
 * @param title the status in words
 * @param status as in the answer's first line
 * @param detail for people
 * @param instance the path that was asked
 * @param errors the fields that are wrong, all at once, when it is about fields
 */
record ProblemDetail(
        Optional<URI> type,
        Optional<String> title,
        int status,
        Optional<String> detail,
        Optional<URI> instance,
        Optional<List<ProblemException.ProblemFieldError>> errors) {}
