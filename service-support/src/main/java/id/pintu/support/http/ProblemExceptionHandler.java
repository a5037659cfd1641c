package id.pintu.support.http;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import id.pintu.events.WireJsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Exception handler of the HTTP API: maps every failure to problem details that name the field and quote no input. */
@RestControllerAdvice
public final class ProblemExceptionHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemExceptionHandler.class);
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final String MALFORMED = "is malformed";

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<ProblemException.ProblemFieldError> fields = Stream.concat(
                        invalid.getFieldErrors().stream()
                                .map(error -> new ProblemException.ProblemFieldError(
                                        error.getField(),
                                        // Spring's text of a binding failure quotes the value.
                                        error.isBindingFailure()
                                                ? MALFORMED
                                                : String.valueOf(error.getDefaultMessage()))),
                        invalid.getGlobalErrors().stream()
                                .map(error -> new ProblemException.ProblemFieldError(
                                        error.getObjectName(), String.valueOf(error.getDefaultMessage()))))
                .toList();
        return badRequest(fields, headers, request, invalid);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Optional<IOException> tooLarge = tooLarge(unreadable);
        if (tooLarge.isPresent()) {
            return handleExceptionInternal(
                    unreadable,
                    ProblemException.body(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "body-too-large",
                            tooLarge.get().getMessage(),
                            List.of()),
                    headers,
                    HttpStatus.CONTENT_TOO_LARGE,
                    request);
        }
        String reason = unreadable.getCause() instanceof JacksonException json
                ? WireJsonMapper.reasonWithoutValues(json)
                : "the body is missing or not readable";
        List<ProblemException.ProblemFieldError> fields = unreadable.getCause() instanceof JacksonException json
                ? WireJsonMapper.fieldOf(json)
                        .map(field ->
                                List.of(new ProblemException.ProblemFieldError(field, WireJsonMapper.faultOf(json))))
                        .orElse(List.of())
                : List.of();
        ProblemDetail body = ProblemException.body(HttpStatus.BAD_REQUEST, "invalid-body", reason, fields);
        return handleExceptionInternal(unreadable, body, headers, HttpStatus.BAD_REQUEST, request);
    }

    private static Optional<IOException> tooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestBodyLimitFilter.BodyTooLargeException tooLarge) {
                return Optional.of(tooLarge);
            }
        }
        return Optional.empty();
    }

    /** Path or query variable of the wrong type; Spring's own message would quote its value. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        return badRequest(
                List.of(new ProblemException.ProblemFieldError(field, MALFORMED)), headers, request, mismatch);
    }

    /** A path variable that is blank, which Spring takes for a missing one. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMissingPathVariable(
            MissingPathVariableException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return badRequest(
                List.of(new ProblemException.ProblemFieldError(missing.getVariableName(), MALFORMED)),
                headers,
                request,
                missing);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return badRequest(
                List.of(new ProblemException.ProblemFieldError(missing.getParameterName(), "is required")),
                headers,
                request,
                missing);
    }

    /** MongoDB does not answer: 503, since an outage passes. */
    @ExceptionHandler({MongoTimeoutException.class, MongoSocketException.class})
    ResponseEntity<ProblemDetail> storeUnavailable(MongoException e) {
        log.warn("MongoDB does not answer: {}", e.getClass().getName());
        ProblemException problem =
                ProblemException.tryLater("The store does not answer at this moment.", RETRY_AFTER_SECONDS);
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException e) {
        // The message may quote what a person wrote, so only class and origin are logged.
        log.error(
                "unexpected {} at {}",
                e.getClass().getName(),
                e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
        return ResponseEntity.internalServerError()
                .body(ProblemException.body(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Something went wrong here, not in your request.",
                        List.of()));
    }

    private @Nullable ResponseEntity<Object> badRequest(
            List<ProblemException.ProblemFieldError> fields, HttpHeaders headers, WebRequest request, Exception cause) {
        String detail = fields.stream()
                .map(error -> "Field '" + error.field() + "': " + error.message())
                .collect(Collectors.joining("; "));
        ProblemDetail body = ProblemException.body(HttpStatus.BAD_REQUEST, "invalid-field", detail, fields);
        return handleExceptionInternal(cause, body, headers, HttpStatus.BAD_REQUEST, request);
    }
}
