package id.pintu.routing.http;

import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.handling.FinalAnswerRules;
import id.pintu.routing.handling.HandlingRefusals;
import id.pintu.support.http.ProblemException;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Validator of final answers at the edge: refuses one that only says "go elsewhere", as the decider does, and says where it
 * points to.
 */
@Component
class FinalAnswerValidator {

    private final Supplier<ComplaintRouter> router;

    FinalAnswerValidator(Supplier<ComplaintRouter> router) {
        this.router = router;
    }

    /**
     * @param code of the institution that answers
     * @throws ProblemException 409 with {@code suggestedInstitution} where the answer names one
     */
    void requireOwn(String answer, String code) {
        if (FinalAnswerRules.pointsElsewhere(answer)) {
            ProblemException refused = ProblemException.of(
                    HttpStatus.CONFLICT,
                    HandlingRefusals.POINTS_ELSEWHERE,
                    HandlingRefusals.pointsElsewhere().detail());
            router.get()
                    .institutionNamedIn(answer, code)
                    .ifPresent(named -> refused.getBody().setProperty("suggestedInstitution", named));
            throw refused;
        }
    }
}
