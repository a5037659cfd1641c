package id.pintu.intake.http;

import id.pintu.events.ReportAttachment;
import id.pintu.intake.attachments.AttachmentService;
import id.pintu.intake.attachments.AttachmentService.UploadedAttachment;
import id.pintu.intake.rates.ClientAddress;
import id.pintu.intake.rates.SubmissionRateLimiter;
import id.pintu.support.audit.RecordedElsewhere;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.ChannelCredential;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** REST controller of {@code POST /v1/attachments}: upload of a photo or document, before the report that lists it. */
@RecordedElsewhere("the ledger: an upload counts once a report has it")
@RestController
class AttachmentUploadController {

    private final AttachmentService attachments;
    private final SubmissionRateLimiter rateLimiter;

    AttachmentUploadController(AttachmentService attachments, SubmissionRateLimiter rateLimiter) {
        this.attachments = attachments;
        this.rateLimiter = rateLimiter;
    }

    /**
     * Uploads one file of at most 10 MB: the body is the file. Its type is found from its content, whatever the request says; a
     * photo is encoded anew, without where and by whom it was taken. The answer's id goes into a report's {@code attachments}
     * within a day.
     */
    @PostMapping("/v1/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    UploadedFileView upload(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary")))
                    NativeWebRequest request)
            throws IOException {
        HttpServletRequest upload = ChannelAuthorizer.servletRequest(request);
        requireNoForm(upload);
        Optional<ChannelCredential> credential = ChannelCredential.of(upload.getUserPrincipal());
        rateLimiter.countUpload(credential, ClientAddress.of(upload, credential));
        try (InputStream body = upload.getInputStream()) {
            return UploadedFileView.of(attachments.accept(new UnreadableBodyStream(body, upload)));
        }
    }

    /** Its body may have been read as parameters already. */
    private static void requireNoForm(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.startsWith("multipart/")) {
            throw ProblemException.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "attachment-form",
                    "Field 'body': is a form; send the file itself, with another Content-Type such as"
                            + " application/octet-stream.");
        }
    }

    /**
     * An accepted file.
     *
     * @param id for a report's {@code attachments}; who has it can attach the file, so it is a secret of the reporter
     * @param type media type of what is stored
     * @param bytes size of what is stored
     * @param sha256 of what is stored
     */
    record UploadedFileView(String id, String type, long bytes, String sha256) {

        static UploadedFileView of(UploadedAttachment upload) {
            ReportAttachment stored = upload.attachment();
            return new UploadedFileView(upload.id(), stored.type(), stored.bytes(), stored.sha256());
        }
    }

    /** Body that is too large, or ends early, is a fault of the request; a file of our own that fails is not. */
    private static final class UnreadableBodyStream extends java.io.FilterInputStream {

        private final HttpServletRequest request;

        UnreadableBodyStream(InputStream body, HttpServletRequest request) {
            super(body);
            this.request = request;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                return super.read(buffer, offset, length);
            } catch (IOException e) {
                throw new HttpMessageNotReadableException(
                        "the body cannot be read", e, new ServletServerHttpRequest(request));
            }
        }
    }
}
