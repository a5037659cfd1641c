package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskAct;
import id.pintu.portal.desk.DeskKey;
import id.pintu.portal.desk.Institutions;
import id.pintu.portal.desk.Outcome;
import id.pintu.portal.desk.Queue;
import id.pintu.portal.desk.RegistryClient;
import id.pintu.portal.desk.RoutingClient;
import id.pintu.portal.desk.Tray;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /meja}: what waits for the national desk, one complaint at a time, and what an officer does with it. */
@Controller
@RequestMapping(path = "/meja", produces = MediaType.TEXT_HTML_VALUE)
class DeskPages {

    /** What an address may say became of the complaint before. */
    private static final Set<String> NEWS =
            Set.of("teruskan", "teruskan-bersama", "arsip", "arsip-bersama", "putuskan", "terlambat", "selesai");

    private final RoutingClient routing;
    private final RegistryClient registry;

    DeskPages(RoutingClient routing, RegistryClient registry) {
        this.routing = routing;
        this.registry = registry;
    }

    @GetMapping
    ModelAndView desk(
            @CookieValue(name = DeskCookie.NAME, defaultValue = "") String key,
            @ModelAttribute DeskAddress address,
            Locale locale) {
        return look(key, Queue.DESK, address, locale);
    }

    @GetMapping("/wasit")
    ModelAndView arbiter(
            @CookieValue(name = DeskCookie.NAME, defaultValue = "") String key,
            @ModelAttribute DeskAddress address,
            Locale locale) {
        return look(key, Queue.ARBITER, address, locale);
    }

    @PostMapping("/teruskan")
    ModelAndView assign(
            @CookieValue(name = DeskCookie.NAME, defaultValue = "") String key,
            @ModelAttribute DeskForm form,
            Locale locale) {
        return act(key, Queue.DESK, form, form.assigning(), "teruskan", locale);
    }

    @PostMapping("/arsip")
    ModelAndView archive(
            @CookieValue(name = DeskCookie.NAME, defaultValue = "") String key,
            @ModelAttribute DeskForm form,
            Locale locale) {
        return act(key, Queue.DESK, form, form.archiving(), "arsip", locale);
    }

    @PostMapping("/wasit/arsip")
    ModelAndView archiveDisputed(
            @CookieValue(name = DeskCookie.NAME, defaultValue = "") String key,
            @ModelAttribute DeskForm form,
            Locale locale) {
        return act(key, Queue.ARBITER, form, form.archiving(), "arsip", locale);
    }

    @PostMapping("/wasit/putuskan")
    ModelAndView rule(
            @CookieValue(name = DeskCookie.NAME, defaultValue = "") String key,
            @ModelAttribute DeskForm form,
            Locale locale) {
        return act(key, Queue.ARBITER, form, form.ruling(), "putuskan", locale);
    }

    /** Whoever asks again for the address under which a form was answered. */
    @GetMapping({"/teruskan", "/arsip", "/wasit/arsip", "/wasit/putuskan"})
    ModelAndView again(Locale locale) {
        return DeskAddress.start().redirect(Queue.DESK, locale);
    }

    private ModelAndView look(String key, Queue queue, DeskAddress address, Locale locale) {
        String news = NEWS.contains(address.news()) ? address.news() : "";
        String name = news.isEmpty() || address.to().isEmpty() ? "" : nameOf(address.to());
        return page(key, queue, Aside.of(address, news, name), locale);
    }

    private ModelAndView act(String key, Queue queue, DeskForm form, DeskAct act, String news, Locale locale) {
        Outcome outcome = DeskKey.of(key)
                .map(known -> routing.act(known, form.matter(), act, form.submission()))
                .orElseGet(Outcome.Locked::new);
        return switch (outcome) {
            case Outcome.Taken taken -> taken(form, news, taken.complaints()).redirect(queue, locale);
            case Outcome.Gone gone ->
                DeskAddress.behind(form, "terlambat", "", "").redirect(queue, locale);
            case Outcome.Malformed malformed -> page(key, queue, Aside.malformed(form, malformed.fields()), locale);
            case Outcome.Locked locked -> DeskDoor.closed(HttpStatus.FORBIDDEN, "ended");
            case Outcome.Unavailable unavailable -> page(key, queue, Aside.unavailable(form), locale);
        };
    }

    private ModelAndView page(String key, Queue queue, Aside aside, Locale locale) {
        Optional<DeskKey> known = DeskKey.of(key);
        if (known.isEmpty()) {
            return DeskDoor.closed(HttpStatus.OK, "");
        }
        String after = aside.form().after();
        return switch (routing.look(known.get(), queue, after, aside.form().without())) {
            case Tray.Open tray -> view(DeskPage.of(queue, after, tray, this::nameOf, locale), aside);
            case Tray.Locked locked -> DeskDoor.closed(HttpStatus.FORBIDDEN, "ended");
            case Tray.Unreachable unreachable -> view(DeskPage.unknown(queue, after), Aside.unreachable(aside.form()));
        };
    }

    private ModelAndView view(DeskPage page, Aside aside) {
        Aside said = aside.fitting(page);
        return said.on(page, said.part().isEmpty() ? Institutions.NONE : registry.named(said.part()));
    }

    private static DeskAddress taken(DeskForm form, String news, int complaints) {
        if (complaints == 0) {
            // Another officer was quicker, or this one pressed twice: nobody can tell, and both are well.
            return DeskAddress.behind(form, "selesai", "", "");
        }
        return complaints == 1
                ? DeskAddress.behind(form, news, form.institution(), "")
                : DeskAddress.behind(form, news + "-bersama", form.institution(), String.valueOf(complaints - 1));
    }

    private String nameOf(String code) {
        return registry.nameOf(code).orElse(code);
    }
}
