package id.pintu.intake.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.ReportAttachment;
import id.pintu.intake.attachments.AttachmentService;
import id.pintu.intake.attachments.AttachmentType;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.support.attachments.AttachmentPasses;
import id.pintu.support.attachments.AttachmentRelay;
import id.pintu.support.http.CommandGateway;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST controller that serves the attachments of a report to its reporter, and to other services for whom they checked. Only
 * images are shown in a browser; everything else is saved, and nothing is ever run.
 */
@RestController
class ReportAttachmentController {

    private final SubmissionService submissions;
    private final AttachmentService attachments;
    private final AttachmentPasses passes;
    private final InstantSource clock;

    ReportAttachmentController(
            SubmissionService submissions,
            AttachmentService attachments,
            AttachmentPasses passes,
            InstantSource clock) {
        this.submissions = submissions;
        this.attachments = attachments;
        this.passes = passes;
        this.clock = clock;
    }

    /**
     * Sends an attachment to the reporter, by the key in the header {@code Reporter-Key}. Institutions get it at
     * routing-service.
     *
     * @param number place in the report's list, from 1
     * @param pass of another service, instead of the key
     */
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/v1/complaints/{id}/attachments/{number}")
    void show(
            @PathVariable String id,
            @PathVariable int number,
            @RequestHeader(name = ReporterKeyAuthorizer.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = AttachmentPasses.HEADER, required = false) @Nullable String pass,
            HttpServletResponse response)
            throws IOException {
        ComplaintId complaint = CommandGateway.complaintId(id);
        if (pass == null || !passes.isValid(pass, complaint, number, clock.instant())) {
            ReporterKeyAuthorizer.authorize(submissions, id, key);
        }
        ReportAttachment attachment = submissions.attachment(complaint, number).orElseThrow(AttachmentRelay::unknown);
        Optional<InputStream> content = attachments.open(attachment);
        try (InputStream stream = content.orElseThrow(AttachmentRelay::unknown)) {
            writeHeaders(attachment, number, response);
            stream.transferTo(response.getOutputStream());
        }
    }

    private static void writeHeaders(ReportAttachment attachment, int number, HttpServletResponse response) {
        Optional<AttachmentType> type = AttachmentType.ofMediaType(attachment.type());
        ContentDisposition disposition = (type.filter(AttachmentType::isImage).isPresent()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(type.map(each -> each.fileName(number)).orElse("lampiran-" + number))
                .build();
        response.setContentType(attachment.type());
        response.setContentLengthLong(attachment.bytes());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    }
}
