package id.pintu.portal.pages;

import id.pintu.portal.intake.EmailConfirmationResult;
import id.pintu.portal.intake.IntakeClient;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * MVC controller of the page behind the link in a receipt mail. Opening it confirms nothing, as mail scanners open links;
 * its button does.
 */
@Controller
class EmailConfirmationPageController {

    private static final String ADDRESS = "/konfirmasi";

    private final IntakeClient intake;

    EmailConfirmationPageController(IntakeClient intake) {
        this.intake = intake;
    }

    @GetMapping(path = ADDRESS, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView show(
            @RequestParam(name = "nomor", defaultValue = "") String number,
            @RequestParam(name = "kode", defaultValue = "") String code) {
        return page(number, code, Optional.empty(), HttpStatus.OK);
    }

    @PostMapping(path = ADDRESS, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView confirm(
            @RequestParam(name = "nomor", defaultValue = "") String number,
            @RequestParam(name = "kode", defaultValue = "") String code) {
        EmailConfirmationResult result = intake.confirmEmail(number, code);
        HttpStatus status = switch (result) {
            case CONFIRMED -> HttpStatus.OK;
            case WRONG_CODE -> HttpStatus.BAD_REQUEST;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        return page(number, code, Optional.of(result), status);
    }

    private static ModelAndView page(
            String number, String code, Optional<EmailConfirmationResult> result, HttpStatus status) {
        return new ModelAndView(
                "confirm-email",
                Map.of(
                        "number",
                        number,
                        "code",
                        code,
                        "result",
                        result.map(Enum::name).orElse("")),
                status);
    }
}
