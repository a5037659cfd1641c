package id.pintu.portal.pages.inbox;

import id.pintu.portal.desk.InstitutionSearchResult;
import id.pintu.portal.institution.OfficerAct;
import id.pintu.portal.pages.SubmissionToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * The forms of a complaint's page: what was typed, and what came of it.
 *
 * @param act whose form was used; empty when none was
 * @param typed by name of the field
 * @param errors names of the invalid fields, or {@code placeholder}
 * @param notice last part of the key of the message at the top; may be empty
 * @param news what has happened since the page was shown that the form was on
 * @param matches of a search for an institution
 * @param submission idempotency key for the next act
 */
record CaseFeedback(
        Optional<OfficerAct> act,
        Map<String, String> typed,
        Set<String> errors,
        String notice,
        List<String> news,
        InstitutionSearchResult matches,
        String submission,
        HttpStatus status) {

    static CaseFeedback none(String notice) {
        return new CaseFeedback(
                Optional.empty(),
                Map.of(),
                Set.of(),
                notice,
                List.of(),
                InstitutionSearchResult.NONE,
                SubmissionToken.generate(),
                HttpStatus.OK);
    }

    /** The form again with what was typed. */
    static CaseFeedback again(OfficerAct act, Map<String, String> typed, String notice, HttpStatus status) {
        return new CaseFeedback(
                Optional.of(act),
                typed,
                Set.of(),
                notice,
                List.of(),
                InstitutionSearchResult.NONE,
                SubmissionToken.validOrNew(typed.getOrDefault("submission", "")),
                status);
    }

    CaseFeedback withErrors(Set<String> fields) {
        return new CaseFeedback(act, typed, Set.copyOf(fields), notice, news, matches, submission, status);
    }

    CaseFeedback withNews(List<String> labels) {
        return new CaseFeedback(act, typed, errors, notice, List.copyOf(labels), matches, submission, status);
    }

    CaseFeedback withMatches(InstitutionSearchResult found) {
        return new CaseFeedback(act, typed, errors, notice, news, found, submission, status);
    }

    /** What was typed into a field of an act's form; empty in all other forms. */
    public String typed(String name, String field) {
        return isOpen(name) ? typed.getOrDefault(field, "") : "";
    }

    /** Whether this is the form that was used. */
    public boolean isOpen(String name) {
        return act.filter(each -> each.name().equals(name)).isPresent();
    }

    public boolean isWrong(String name, String field) {
        return isOpen(name) && errors.contains(field);
    }
}
