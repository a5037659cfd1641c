package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskQueueKind;
import id.pintu.portal.desk.DeskQueuePosition;
import id.pintu.portal.pages.desk.DeskPageQueryParams.OutcomeParams;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** URL of the desk's page for one queue, position and outcome of the previous action. */
public record DeskPageAddress(DeskQueueKind queue, DeskQueuePosition position, OutcomeParams outcome) {

    /** Path of the desk's cookies. */
    public static final String ROOT = "/meja";

    /** Pattern of all paths of the desk. */
    public static final String ALL = ROOT + "/**";

    /** Target of forwards to the page that asks to sign in; it cannot be requested. */
    public static final String SIGN_IN_PAGE = ROOT + "/belum-masuk";

    /** Target of forwards to the page for officers without a role here; it cannot be requested. */
    public static final String NOT_PERMITTED_PAGE = ROOT + "/tanpa-peran";

    /** The page with the oldest complaint that routing did not decide. */
    public static final DeskPageAddress START =
            new DeskPageAddress(DeskQueueKind.DESK, DeskQueuePosition.OLDEST, OutcomeParams.NONE);

    /** URL path of a queue's page. */
    static String path(DeskQueueKind queue) {
        return switch (queue) {
            case DESK -> ROOT;
            case ARBITER -> ROOT + "/wasit";
        };
    }

    public String url(Locale locale) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("sesudah", position.after());
        params.put("tanpa", position.excludedIncident());
        params.put("kabar", outcome.noticeValue());
        params.put("ke", outcome.institutionCode());
        params.put("bersama", outcome.otherCount());
        params.put("lang", locale.getLanguage().equals("en") ? "en" : "");
        params.values().removeIf(String::isEmpty);
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path(queue));
        params.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(params).toUriString();
    }

    /** Redirects with 303, so that reloading the next page does not submit the form again. */
    public ModelAndView redirect(Locale locale) {
        RedirectView redirect = new RedirectView(url(locale), true, false);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }
}
