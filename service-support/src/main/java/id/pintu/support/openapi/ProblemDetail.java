package id.pintu.support.openapi;

import id.pintu.support.http.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Problem details (RFC 9457).
 *
 * @param type {@code urn:pintu:problem:} and a stable code; {@code about:blank} when the status is enough
 * @param title name of the status
 * @param status HTTP status
 * @param detail for people
 * @param instance path of the request
 * @param errors all invalid fields, when the problem is about fields
 */
record ProblemDetail(
        Optional<URI> type,
        Optional<String> title,
        int status,
        Optional<String> detail,
        Optional<URI> instance,
        Optional<List<ProblemException.ProblemFieldError>> errors) {}
