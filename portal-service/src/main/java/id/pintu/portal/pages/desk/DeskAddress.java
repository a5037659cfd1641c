package id.pintu.portal.pages.desk;

import id.pintu.events.ComplaintId;
import id.pintu.portal.desk.Queue;
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
 * @param without the first of an incident that was dealt with a moment ago, whose complaints may still be in the line
 * @param number the complaint that is looked at while somebody searches an institution for it
 * @param incident the first of its incident, when it is searched for all of them
 * @param part of the name of that institution
 * @param news what became of the complaint before, such as {@code teruskan}
 * @param to code of the institution it went to
 * @param others how many of its incident went with it, in digits
 */
record DeskAddress(
        String after,
        String without,
        String number,
        String incident,
        String part,
        String news,
        String to,
        String others) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,6}");

    DeskAddress(
            @BindParam("sesudah") @Nullable String after,
            @BindParam("tanpa") @Nullable String without,
            @BindParam("nomor") @Nullable String number,
            @BindParam("semua") @Nullable String incident,
            @BindParam("cari") @Nullable String part,
            @BindParam("kabar") @Nullable String news,
            @BindParam("ke") @Nullable String to,
            @BindParam("bersama") @Nullable String others) {
        this.after = given(after);
        this.without = complaint(given(without));
        this.number = given(number);
        this.incident = given(incident);
        this.part = given(part).strip();
        this.news = given(news);
        this.to = given(to);
        this.others = DIGITS.matcher(given(others)).matches() ? given(others) : "";
    }

    /** Where each queue has its page. */
    static String path(Queue queue) {
        return switch (queue) {
            case DESK -> "/meja";
            case ARBITER -> "/meja/wasit";
        };
    }

    static DeskAddress start() {
        return new DeskAddress("", "", "", "", "", "", "", "");
    }

    /** The page that this form stood on. */
    static DeskAddress of(DeskForm form) {
        return new DeskAddress(form.after(), form.without(), "", "", "", "", "", "");
    }

    /** The page behind the complaint of this form, and what became of it. */
    static DeskAddress behind(DeskForm form, String news, String to, String others) {
        return new DeskAddress(form.turn(), form.incident(), "", "", "", news, to, others);
    }

    /** 303: what comes next is looked at, and looking again sends nothing again. */
    ModelAndView redirect(Queue queue, Locale locale) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path(queue));
        Map<String, String> given = new LinkedHashMap<>();
        given.put("sesudah", after);
        given.put("tanpa", without);
        given.put("kabar", news);
        given.put("ke", to);
        given.put("bersama", others);
        given.put("lang", locale.getLanguage().equals("en") ? "en" : "");
        given.values().removeIf(String::isEmpty);
        given.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        RedirectView there =
                new RedirectView(address.encode().buildAndExpand(given).toUriString(), true, false);
        there.setExpandUriTemplateVariables(false);
        return new ModelAndView(there);
    }

    /** Browsers leave out what is empty. */
    static String given(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** Routing would refuse to list anything without what is no complaint. */
    private static String complaint(String typed) {
        try {
            return typed.isEmpty() ? "" : ComplaintId.parse(typed).value();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
