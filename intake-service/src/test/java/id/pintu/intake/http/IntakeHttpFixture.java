package id.pintu.intake.http;

import id.pintu.intake.IntakeProperties;
import id.pintu.intake.IntakeServiceFixture;
import id.pintu.intake.attachments.AttachmentProperties;
import id.pintu.intake.attachments.AttachmentService;
import id.pintu.intake.rates.SubmissionRateLimiter;
import id.pintu.intake.rates.SubmissionRateLimits;
import id.pintu.support.categories.CategoryCatalog;
import id.pintu.support.http.ProblemExceptionHandler;
import id.pintu.support.regions.RegionCatalog;
import io.github.bucket4j.TimeMeter;
import java.util.Set;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Test fixture: all HTTP endpoints of intake-service, in front of an {@link IntakeServiceFixture}. */
final class IntakeHttpFixture {

    private IntakeHttpFixture() {}

    static MockMvc mockMvc(IntakeServiceFixture intake) {
        return mockMvc(intake, SubmissionRateLimits.NONE);
    }

    static MockMvc mockMvc(IntakeServiceFixture intake, SubmissionRateLimits limits) {
        return mockMvc(intake, limits, intake.attachments);
    }

    static MockMvc mockMvc(IntakeServiceFixture intake, SubmissionRateLimits limits, AttachmentService attachments) {
        SubmissionRateLimiter limiter = new SubmissionRateLimiter(limits, TimeMeter.SYSTEM_MILLISECONDS);
        return MockMvcBuilders.standaloneSetup(
                        new ComplaintSubmissionController(
                                intake.submissions,
                                limiter,
                                intake.clock,
                                CategoryCatalog.bundled(),
                                RegionCatalog.bundled(),
                                attachments),
                        new AttachmentUploadController(attachments, limiter),
                        new ReportAttachmentController(
                                intake.submissions, attachments, intake.attachmentPasses, intake.clock),
                        new CategoriesController(CategoryCatalog.bundled()),
                        new RegionsController(RegionCatalog.bundled()),
                        new SmsIntakeController(
                                intake.submissions,
                                limiter,
                                intake.clock,
                                new IntakeProperties(Set.of("1708"), limits, AttachmentProperties.DEFAULT)),
                        new EmailConfirmationController(intake.confirmationCodes, intake.contacts),
                        new ReporterContactController(intake.submissions, limiter),
                        new ReporterActionController(intake.submissions, intake.commandGateway),
                        new ReporterKeyController(intake.submissions))
                .setControllerAdvice(new ProblemExceptionHandler())
                .build();
    }
}
