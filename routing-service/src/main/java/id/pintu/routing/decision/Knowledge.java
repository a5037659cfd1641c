package id.pintu.routing.decision;

import id.pintu.routing.book.RuleBook;
import id.pintu.routing.duties.Duties;
import id.pintu.routing.places.Gazetteer;
import id.pintu.routing.registry.Registry;
import java.util.Map;

/**
 * What routing knows without any history: an immutable value, cheap to make anew with another book.
 *
 * @param smsKeywords keyword in upper case to institution code; a keyword may contain a space
 */
public record Knowledge(
        Registry registry, Gazetteer gazetteer, RuleBook book, Map<String, String> smsKeywords, Duties duties) {

    public Knowledge {
        smsKeywords = Map.copyOf(smsKeywords);
    }

    /** Of how governments are organised nothing is known. */
    public Knowledge(Registry registry, Gazetteer gazetteer, RuleBook book, Map<String, String> smsKeywords) {
        this(registry, gazetteer, book, smsKeywords, Duties.UNKNOWN);
    }

    public Knowledge with(RuleBook draft) {
        return new Knowledge(registry, gazetteer, draft, smsKeywords, duties);
    }
}
