package id.pintu.routing.http;

import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.support.http.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Validator of institution codes in request bodies against the current registry. */
record InstitutionCodeValidator(Supplier<InstitutionRegistry> registry) {

    /**
     * @param field the field of the body that has the code
     * @return the code
     * @throws ProblemException 400 when no institution has this code
     */
    String requireKnown(String field, @Nullable String code) {
        if (code == null || registry.get().institution(code).isEmpty()) {
            throw ProblemException.ofField(field, "is not the code of an institution");
        }
        return code;
    }
}
