package id.pintu.portal.pages.inbox;

import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Factory of redirects with 303, so that reloading the next page does not submit a form again. */
final class InboxRedirect {

    private InboxRedirect() {}

    static ModelAndView to(String url) {
        RedirectView redirect = new RedirectView(url, true, false);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }
}
