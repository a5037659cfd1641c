package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.Queue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What can stand in the address of the desk's page behind {@code ?}; each may be empty.
 *
 * @param after the place in the line to begin behind
 * @param number the complaint that is looked at while somebody searches an institution for it
 * @param part of the name of that institution
 * @param news what became of the complaint before, such as {@code teruskan}
 * @param to code of the institution it went to
 */
record DeskAddress(String after, String number, String part, String news, String to) {

    DeskAddress(
            @BindParam("sesudah") @Nullable String after,
            @BindParam("nomor") @Nullable String number,
            @BindParam("cari") @Nullable String part,
            @BindParam("kabar") @Nullable String news,
            @BindParam("ke") @Nullable String to) {
        this.after = after == null ? "" : after;
        this.number = number == null ? "" : number;
        this.part = part == null ? "" : part.strip();
        this.news = news == null ? "" : news;
        this.to = to == null ? "" : to;
    }

    /** Where each queue has its page. */
    static String path(Queue queue) {
        return switch (queue) {
            case DESK -> "/meja";
            case ARBITER -> "/meja/wasit";
        };
    }

    static DeskAddress start() {
        return new DeskAddress("", "", "", "", "");
    }

    /** The page behind this complaint, and what became of it. */
    static DeskAddress behind(String turn, String news, String to) {
        return new DeskAddress(turn, "", "", news, to);
    }

    /** 303: what comes next is looked at, and looking again sends nothing again. */
    ModelAndView redirect(Queue queue, Locale locale) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path(queue));
        Map<String, String> given = new LinkedHashMap<>();
        given.put("sesudah", after);
        given.put("kabar", news);
        given.put("ke", to);
        given.put("lang", locale.getLanguage().equals("en") ? "en" : "");
        given.values().removeIf(String::isEmpty);
        given.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        RedirectView there =
                new RedirectView(address.encode().buildAndExpand(given).toUriString(), true, false);
        there.setExpandUriTemplateVariables(false);
        return new ModelAndView(there);
    }
}
