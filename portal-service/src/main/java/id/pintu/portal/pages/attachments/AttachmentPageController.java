package id.pintu.portal.pages.attachments;

import id.pintu.portal.PortalProperties;
import id.pintu.portal.desk.OfficerToken;
import id.pintu.portal.pages.signin.SignedInOfficer;
import id.pintu.support.attachments.AttachmentPasses;
import id.pintu.support.attachments.AttachmentRelay;
import id.pintu.support.audit.RecordedElsewhere;
import id.pintu.support.remote.RemoteServiceClient;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** MVC controller of the attachments that pages show: gets them from the service that decides who may see them. */
@RecordedElsewhere("routing-service, which it calls for each look of an officer")
@Controller
class AttachmentPageController {

    private final AttachmentRelay intake;
    private final AttachmentRelay routing;

    AttachmentPageController(PortalProperties properties, ObservationRegistry observations) {
        this.intake = new AttachmentRelay(new RemoteServiceClient("intake", properties.intake(), observations));
        this.routing = new AttachmentRelay(new RemoteServiceClient("routing", properties.routing(), observations));
    }

    /** @param pass that the page had, which was shown for the reporter's key */
    @GetMapping("/lacak/lampiran/{id}/{number}")
    void showToReporter(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(name = "izin", defaultValue = "") String pass,
            HttpServletResponse response) {
        intake.copy(
                http -> http.get()
                        .uri("/v1/complaints/{id}/attachments/{number}", id, number)
                        .header(AttachmentPasses.HEADER, pass.replaceAll("[^0-9a-f.]", "")),
                response);
    }

    @GetMapping("/instansi/{code}/{id}/lampiran/{number}")
    void showToInstitution(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable int number,
            SignedInOfficer officer,
            HttpServletResponse response) {
        show(officer.token(), response, "/v1/agencies/{code}/complaints/{id}/attachments/{number}", code, id, number);
    }

    @GetMapping("/meja/lampiran/{id}/{number}")
    void showToDesk(
            @PathVariable String id, @PathVariable int number, SignedInOfficer officer, HttpServletResponse response) {
        show(officer.token(), response, "/v1/desk/complaints/{id}/attachments/{number}", id, number);
    }

    private void show(OfficerToken token, HttpServletResponse response, String address, Object... variables) {
        routing.copy(
                http -> http.get().uri(address, variables).headers(headers -> headers.setBearerAuth(token.value())),
                response);
    }
}
