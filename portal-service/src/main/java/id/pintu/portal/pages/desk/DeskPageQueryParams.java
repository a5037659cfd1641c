package id.pintu.portal.pages.desk;

import id.pintu.events.ComplaintId;
import id.pintu.portal.desk.DeskQueueKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What can stand in the address of the desk's page behind {@code ?}; each may be empty.
 *
 * @param after the place in the line to begin behind
 * @param excludedIncident the first of an incident that was dealt with a moment ago, whose complaints may still be in the line
 * @param number the complaint that is looked at while somebody searches an institution for it
 * @param incident the first of its incident, when it is searched for all of them
 * @param searchText of the name of that institution
 * @param notice what became of the complaint before, such as {@code teruskan}
 * @param institutionCode code of the institution it went to
 * @param otherCount how many of its incident went with it, in digits
 */
record DeskPageQueryParams(
        String after,
        String excludedIncident,
        String number,
        String incident,
        String searchText,
        String notice,
        String institutionCode,
        String otherCount) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,6}");

    DeskPageQueryParams(
            @BindParam("sesudah") @Nullable String after,
            @BindParam("tanpa") @Nullable String excludedIncident,
            @BindParam("nomor") @Nullable String number,
            @BindParam("semua") @Nullable String incident,
            @BindParam("cari") @Nullable String searchText,
            @BindParam("kabar") @Nullable String notice,
            @BindParam("ke") @Nullable String institutionCode,
            @BindParam("bersama") @Nullable String otherCount) {
        this.after = orEmpty(after);
        this.excludedIncident = complaintIdOrEmpty(orEmpty(excludedIncident));
        this.number = orEmpty(number);
        this.incident = orEmpty(incident);
        this.searchText = orEmpty(searchText).strip();
        this.notice = orEmpty(notice);
        this.institutionCode = orEmpty(institutionCode);
        this.otherCount = DIGITS.matcher(orEmpty(otherCount)).matches() ? orEmpty(otherCount) : "";
    }

    /** Where each queue has its page. */
    static String path(DeskQueueKind queue) {
        return switch (queue) {
            case DESK -> "/meja";
            case ARBITER -> "/meja/wasit";
        };
    }

    static DeskPageQueryParams empty() {
        return new DeskPageQueryParams("", "", "", "", "", "", "", "");
    }

    /** The page that this form stood on. */
    static DeskPageQueryParams of(DeskActionForm form) {
        return new DeskPageQueryParams(form.after(), form.without(), "", "", "", "", "", "");
    }

    /** The page behind the complaint of this form, and what became of it. */
    static DeskPageQueryParams afterAction(
            DeskActionForm form, String notice, String institutionCode, String otherCount) {
        return new DeskPageQueryParams(form.turn(), form.incident(), "", "", "", notice, institutionCode, otherCount);
    }

    /** 303: what comes next is looked at, and looking again sends nothing again. */
    ModelAndView redirect(DeskQueueKind queue, Locale locale) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path(queue));
        Map<String, String> params = new LinkedHashMap<>();
        params.put("sesudah", after);
        params.put("tanpa", excludedIncident);
        params.put("kabar", notice);
        params.put("ke", institutionCode);
        params.put("bersama", otherCount);
        params.put("lang", locale.getLanguage().equals("en") ? "en" : "");
        params.values().removeIf(String::isEmpty);
        params.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        RedirectView redirect =
                new RedirectView(uri.encode().buildAndExpand(params).toUriString(), true, false);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }

    /** Browsers leave out what is empty. */
    static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** Routing would refuse to list anything without what is no complaint. */
    private static String complaintIdOrEmpty(String typed) {
        return ComplaintId.tryParse(typed).map(ComplaintId::value).orElse("");
    }
}
