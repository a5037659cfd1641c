package id.pintu.portal.pages.reporter;

import id.pintu.events.ComplaintId;
import id.pintu.portal.intake.ReportFilingResult.Accepted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** MVC controller of the receipt of a report: {@code /lapor/diterima?nomor=…} as a page, {@code /lapor/diterima.txt} to keep. */
@Controller
public class ReceiptPageController {

    private final ReporterCookie cookie;
    private final MessageSource messages;

    ReceiptPageController(ReporterCookie cookie, MessageSource messages) {
        this.cookie = cookie;
        this.messages = messages;
    }

    /** Sets a cookie without content, by which the next request shows whether the browser takes any. */
    public void tryCookies(HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from("kuki", "1")
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    /** The answer to a report that was accepted: the address of its receipt, or the receipt itself to a browser without cookies. */
    public ModelAndView show(
            Accepted receipt, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        if (!ReporterCookie.areAccepted(request)) {
            return page(receipt.trackingNumber(), receipt.reporterKey(), false);
        }
        ComplaintId complaint = ComplaintId.parse(receipt.trackingNumber());
        cookie.add(request, response, complaint, receipt.reporterKey());
        return ReporterPageAddress.seeOther(
                ReporterPageAddress.RECEIPT + "?nomor=" + complaint.value() + "&lang=" + locale.getLanguage());
    }

    /** The receipt, to the reporter; who else has the address sees where the complaint is. */
    @GetMapping(path = ReporterPageAddress.RECEIPT, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView receipt(
            @RequestParam(name = "nomor", defaultValue = "") String number, Locale locale, HttpServletRequest request) {
        Optional<ComplaintId> complaint = ComplaintId.tryParse(number);
        return complaint
                .flatMap(id -> cookie.keyOf(request, id).map(key -> page(id.value(), key, true)))
                .orElseGet(() -> ReporterPageAddress.seeOther(ReporterPageAddress.TRACKING + "?nomor="
                        + complaint.map(ComplaintId::value).orElse("") + "&lang=" + locale.getLanguage()));
    }

    /** The receipt as a text file. */
    @GetMapping(path = ReporterPageAddress.RECEIPT + "/tanda-terima.txt")
    ResponseEntity<String> file(
            @RequestParam(name = "nomor", defaultValue = "") String number, Locale locale, HttpServletRequest request) {
        return ComplaintId.tryParse(number)
                .flatMap(id -> cookie.keyOf(request, id)
                        .map(key -> ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename("laporan-" + id.value() + ".txt")
                                                .build()
                                                .toString())
                                .body(messages.getMessage(
                                        "receipt.file", new Object[] {id.value(), key, trackingAddress(id)}, locale))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String trackingAddress(ComplaintId complaint) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(ReporterPageAddress.TRACKING)
                .queryParam("nomor", complaint.value())
                .toUriString();
    }

    private static ModelAndView page(String number, String key, boolean hasAddress) {
        return new ModelAndView(
                "receipt", Map.of("trackingNumber", number, "reporterKey", key, "hasAddress", hasAddress));
    }
}
