package id.pintu.routing.http.registry;

import id.pintu.events.WireJson;
import id.pintu.house.http.Problem;
import id.pintu.house.http.Why;
import id.pintu.house.versions.Signature;
import id.pintu.house.versions.Version;
import id.pintu.house.versions.VersionedTopic;
import id.pintu.routing.registry.CurrentRegistry;
import id.pintu.routing.registry.Entry;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The institutions and their units, one by one. Looking is open to everybody; changing, and who changed what and why, needs the desk's
 * bearer key. A change names the version it was made from ({@code If-Match}), so that no change is lost to another.
 */
@RestController
@RequestMapping("/v1/registry/institutions")
class RegistryController {

    private static final int MOST = 500;

    /** What is left out is empty, what is not known is refused. */
    private static final JsonMapper FORMS = WireJson.MAPPER
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final VersionedTopic<Entry> topic;
    private final CurrentRegistry registry;
    private final RegistryDesk desk;
    private final InstantSource clock;

    RegistryController(VersionedTopic<Entry> topic, CurrentRegistry registry, RegistryDesk desk, InstantSource clock) {
        this.topic = topic;
        this.registry = registry;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Institutions, by code.
     *
     * @param after {@code next} of the page before
     */
    @GetMapping
    Page list(
            @ParameterObject Filter filter,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.ofField("limit", "is 1 to " + MOST);
        }
        List<InstitutionView> found = filter.moment(topic.get()).latest().stream()
                .filter(each -> each.key().compareTo(after) > 0)
                .sorted(Comparator.comparing(Version::key))
                .map(this::view)
                .filter(filter::lets)
                .limit(limit + 1L)
                .toList();
        boolean more = found.size() > limit;
        List<InstitutionView> page = more ? found.subList(0, limit) : found;
        return new Page(page, more ? page.getLast().entry().code() : null);
    }

    /** One institution; its ETag is its version. */
    @GetMapping("/{code}")
    ResponseEntity<InstitutionView> show(@PathVariable String code) {
        return answer(HttpStatus.OK, found(code));
    }

    /** Every version, the first one first: who changed what, when and why. */
    @GetMapping("/{code}/history")
    List<Version<Entry>> history(@PathVariable String code) {
        found(code);
        return topic.get().history(code);
    }

    /** Writes an institution whole: a new one, or, with {@code If-Match}, in place of what stands. */
    @PutMapping("/{code}")
    ResponseEntity<InstitutionView> put(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody InstitutionForm form,
            Principal who) {
        boolean isNew = topic.get().latest(code).isEmpty();
        if (!isNew && match == null) {
            throw unmatched(code);
        }
        int from = match == null ? 0 : version(match);
        return change(code, form, from, who);
    }

    /** Writes the given fields, and leaves the others (RFC 7396). */
    @PatchMapping("/{code}")
    ResponseEntity<InstitutionView> patch(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ObjectNode fields,
            Principal who) {
        Version<Entry> standing = found(code);
        if (match == null) {
            throw unmatched(code);
        }
        RegistryDesk.requireVersion(version(match), standing.version(), code);
        ObjectNode whole = WireJson.MAPPER.valueToTree(standing.value());
        return change(code, form(MergePatch.of(whole, fields)), version(match), who);
    }

    private ResponseEntity<InstitutionView> change(String code, InstitutionForm form, int from, Principal who) {
        Signature signature = new Signature(who.getName(), Why.given(form.why()), clock.instant());
        desk.change(List.of(new RegistryDesk.Wish(form.entry(code), from, "")), signature);
        return answer(from == 0 ? HttpStatus.CREATED : HttpStatus.OK, found(code));
    }

    private ResponseEntity<InstitutionView> answer(HttpStatus status, Version<Entry> version) {
        return ResponseEntity.status(status)
                .eTag("\"" + version.version() + "\"")
                .body(view(version));
    }

    private InstitutionView view(Version<Entry> version) {
        String institution = registry.get()
                .addressed(version.key())
                .map(each -> each.institution().code())
                .orElse(version.key());
        return InstitutionView.of(version, institution, registry.absentSince(institution));
    }

    private Version<Entry> found(String code) {
        return topic.get()
                .latest(code)
                .orElseThrow(() -> Problem.of(
                        HttpStatus.NOT_FOUND, "no-such-institution", "There is no institution " + code + "."));
    }

    private static InstitutionForm form(ObjectNode json) {
        try {
            return FORMS.treeToValue(json, InstitutionForm.class);
        } catch (JacksonException e) {
            throw Problem.ofField(WireJson.fieldOf(e).orElse("body"), WireJson.faultOf(e));
        }
    }

    private static int version(String match) {
        String digits = match.strip().replaceAll("^\"|\"$", "");
        if (!digits.matches("[0-9]{1,9}")) {
            throw Problem.ofField("If-Match", "is the ETag of the version that was changed, such as \"7\"");
        }
        return Integer.parseInt(digits);
    }

    private static Problem unmatched(String code) {
        return Problem.of(
                HttpStatus.PRECONDITION_REQUIRED,
                "if-match-required",
                code + " is in the registry: say with If-Match which version was changed.");
    }

    /**
     * @param next what to send as {@code after} for the next page; absent on the last
     */
    record Page(
            List<InstitutionView> institutions, @Nullable String next) {}
}
