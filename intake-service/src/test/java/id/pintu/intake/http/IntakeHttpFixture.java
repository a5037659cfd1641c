package id.pintu.intake.http;

import id.pintu.intake.IntakeProperties;
import id.pintu.intake.IntakeServiceFixture;
import id.pintu.support.categories.CategoryCatalog;
import id.pintu.support.http.ProblemExceptionHandler;
import id.pintu.support.regions.RegionCatalog;
import java.util.Set;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Test fixture: all HTTP endpoints of intake-service, in front of an {@link IntakeServiceFixture}. */
final class IntakeHttpFixture {

    private IntakeHttpFixture() {}

    static MockMvc mockMvc(IntakeServiceFixture intake) {
        return MockMvcBuilders.standaloneSetup(
                        new ComplaintSubmissionController(
                                intake.submissions, intake.clock, CategoryCatalog.bundled(), RegionCatalog.bundled()),
                        new CategoriesController(CategoryCatalog.bundled()),
                        new RegionsController(RegionCatalog.bundled()),
                        new SmsIntakeController(intake.submissions, intake.clock, new IntakeProperties(Set.of("1708"))),
                        new ReporterContactController(intake.submissions),
                        new ReporterActionController(intake.submissions, intake.commandGateway))
                .setControllerAdvice(new ProblemExceptionHandler())
                .build();
    }
}
