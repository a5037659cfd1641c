package id.pintu.account.pages;

import id.pintu.account.signin.SignInRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Controller advice with what every page shows: whether somebody is signed in. */
@ControllerAdvice(annotations = Controller.class, basePackageClasses = AccountPageModel.class)
class AccountPageModel {

    private final SignInRegistry signIns;

    AccountPageModel(SignInRegistry signIns) {
        this.signIns = signIns;
    }

    @ModelAttribute("signedIn")
    boolean signedIn(@Nullable Authentication person) {
        return person != null && signIns.activeOf(person).isPresent();
    }
}
