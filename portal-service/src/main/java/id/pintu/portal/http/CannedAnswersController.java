package id.pintu.portal.http;

import id.pintu.portal.institution.OwnCannedAnswer;
import id.pintu.portal.institution.OwnCannedAnswerIndex;
import id.pintu.support.http.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST controller of the canned answers that an institution keeps. */
@RestController
@RequestMapping("/v1/agencies/{code}/canned-answers")
class CannedAnswersController {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

    private final OwnCannedAnswerIndex answers;
    private final InstantSource clock;

    CannedAnswersController(OwnCannedAnswerIndex answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** Lists them by title; at most 50. */
    @GetMapping
    CannedAnswerList list(@PathVariable String code) {
        return new CannedAnswerList(answers.of(code));
    }

    /**
     * Adds an answer, or changes the one with this id.
     *
     * @param id small letters, digits and hyphens; at most 40
     */
    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable String code, @PathVariable String id, @Valid @RequestBody CannedAnswerForm form) {
        if (!ID.matcher(id).matches()) {
            throw ProblemException.ofField("id", "has small letters, digits and hyphens, at most 40");
        }
        if (!answers.save(
                code, new OwnCannedAnswer(id, form.title().strip(), form.text().strip(), clock.instant()))) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "too-many-answers",
                    "An institution has at most " + OwnCannedAnswerIndex.MAX_ANSWERS + ".");
        }
    }

    /** Deletes one; also when there is none. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String code, @PathVariable String id) {
        answers.remove(code, id);
    }

    /** JSON of an institution's canned answers. */
    record CannedAnswerList(List<OwnCannedAnswer> answers) {}

    /**
     * JSON of one.
     *
     * @param text with placeholders such as {nomor}, {instansi}, {unit} and {tanggal}, which are filled in
     */
    record CannedAnswerForm(
            @NotBlank @Size(max = OwnCannedAnswer.MAX_TITLE) String title,
            @NotBlank @Size(max = OwnCannedAnswer.MAX_TEXT) String text) {}
}
