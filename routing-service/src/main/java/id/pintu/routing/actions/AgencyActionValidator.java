package id.pintu.routing.actions;

import id.pintu.routing.actions.AgencyActionForm.FinalAnswerForm;
import id.pintu.routing.actions.AgencyActionForm.ReturnComplaintForm;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.handling.FinalAnswerRules;
import id.pintu.routing.handling.HandlingRefusals;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.support.http.ProblemException;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Validator of what the form of an action cannot know by itself: the institutions that it names. */
@Component
public final class AgencyActionValidator {

    private final Supplier<ComplaintRouter> router;
    private final Supplier<InstitutionRegistry> registry;

    public AgencyActionValidator(Supplier<ComplaintRouter> router, Supplier<InstitutionRegistry> registry) {
        this.router = router;
        this.registry = registry;
    }

    /**
     * @param institution code of the institution that acts
     * @throws ProblemException 400 for a return to an institution that does not exist; 409 for a final answer that only says "go
     *     elsewhere", as the decider would, with {@code suggestedInstitution} where it names one
     */
    public void requireValid(AgencyActionForm form, String institution) {
        switch (form) {
            case FinalAnswerForm answer -> requireOwn(Objects.requireNonNull(answer.answer()), institution);
            case ReturnComplaintForm returned -> requireKnown(returned);
            case AgencyActionForm other -> {} // says nothing of institutions
        }
    }

    private void requireOwn(String answer, String institution) {
        if (FinalAnswerRules.pointsElsewhere(answer)) {
            ProblemException refused = ProblemException.of(
                    HttpStatus.CONFLICT,
                    HandlingRefusals.POINTS_ELSEWHERE,
                    HandlingRefusals.pointsElsewhere().detail());
            router.get()
                    .institutionNamedIn(answer, institution)
                    .ifPresent(named -> refused.getBody().setProperty("suggestedInstitution", named));
            throw refused;
        }
    }

    private void requireKnown(ReturnComplaintForm returned) {
        String suggested = returned.suggested();
        if (suggested != null && registry.get().institution(suggested).isEmpty()) {
            throw ProblemException.ofField("suggested", "is not the code of an institution");
        }
    }
}
