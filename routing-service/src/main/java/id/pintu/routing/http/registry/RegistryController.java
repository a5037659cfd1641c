package id.pintu.routing.http.registry;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.versions.ChangeMetadata;
import id.pintu.processing.versions.VersionedTopic;
import id.pintu.processing.versions.VersionedValue;
import id.pintu.routing.registry.CurrentRegistryHolder;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.registry.change.RegistryChangeService;
import id.pintu.routing.registry.change.RegistryEntryChange;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.http.ChangeReasonValidator;
import id.pintu.support.http.PageLimit;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.VersionTag;
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
import org.springframework.web.bind.annotation.RequestAttribute;
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
 * REST controller for the institutions and their units. Reading is public; changing them, and reading who changed what and
 * why, needs the desk's bearer key. A change names the version it was made from ({@code If-Match}), so that concurrent
 * changes do not overwrite each other.
 */
@RestController
@RequestMapping("/v1/registry/institutions")
class RegistryController {

    private static final int MAX_LIMIT = 500;

    /** Missing fields are empty, unknown fields are refused. */
    private static final JsonMapper FORM_MAPPER = WireJsonMapper.MAPPER
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final VersionedTopic<RegistryEntry> topic;
    private final CurrentRegistryHolder registry;
    private final RegistryChangeService changeService;
    private final InstantSource clock;

    RegistryController(
            VersionedTopic<RegistryEntry> topic,
            CurrentRegistryHolder registry,
            RegistryChangeService changeService,
            InstantSource clock) {
        this.topic = topic;
        this.registry = registry;
        this.changeService = changeService;
        this.clock = clock;
    }

    /**
     * Lists institutions by code.
     *
     * @param after {@code next} of the page before
     */
    @GetMapping
    InstitutionListPage list(
            @ParameterObject InstitutionFilter filter,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = PageLimit.DEFAULT) int limit) {
        PageLimit.requireInRange(limit, MAX_LIMIT);
        if (!after.isEmpty() && !isRegistered(after)) {
            throw ProblemException.ofField("after", "is the value of next in the page before");
        }
        filter.requireValid(this::isRegistered);
        List<InstitutionView> found = filter.versionsAt(topic.get()).latest().stream()
                .filter(each -> each.key().compareTo(after) > 0)
                .sorted(Comparator.comparing(VersionedValue::key))
                .map(this::view)
                .filter(filter::matches)
                .limit(limit + 1L)
                .toList();
        boolean more = found.size() > limit;
        List<InstitutionView> page = more ? found.subList(0, limit) : found;
        return new InstitutionListPage(page, more ? page.getLast().entry().code() : null);
    }

    /** Shows one institution; its ETag is its version. */
    @GetMapping("/{code}")
    ResponseEntity<InstitutionView> show(@PathVariable String code) {
        return response(HttpStatus.OK, require(code));
    }

    /** Lists every version, the oldest first: who changed what, when and why. */
    @GetMapping("/{code}/history")
    List<VersionedValue<RegistryEntry>> history(@PathVariable String code) {
        require(code);
        return topic.get().history(code);
    }

    /** Creates an institution, or, with {@code If-Match}, replaces it. */
    @PutMapping("/{code}")
    ResponseEntity<InstitutionView> put(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody InstitutionForm form,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        boolean isNew = topic.get().latest(code).isEmpty();
        if (!isNew && match == null) {
            throw missingIfMatch(code);
        }
        int from = match == null ? 0 : VersionTag.parse(match);
        return change(code, form, from, caller);
    }

    /** Changes the given fields only (JSON Merge Patch, RFC 7396). */
    @PatchMapping("/{code}")
    ResponseEntity<InstitutionView> patch(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ObjectNode fields,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        VersionedValue<RegistryEntry> current = require(code);
        if (match == null) {
            throw missingIfMatch(code);
        }
        RegistryChangeService.requireVersion(VersionTag.parse(match), current.version(), code);
        ObjectNode whole = WireJsonMapper.MAPPER.valueToTree(current.value());
        return change(code, form(JsonMergePatch.apply(whole, fields)), VersionTag.parse(match), caller);
    }

    private ResponseEntity<InstitutionView> change(String code, InstitutionForm form, int from, CallerGrants caller) {
        ChangeMetadata changeMetadata = new ChangeMetadata(
                caller.actor().toString(), ChangeReasonValidator.requireValid(form.why()), clock.instant());
        changeService.change(List.of(new RegistryEntryChange(form.entry(code), from, "")), changeMetadata);
        return response(from == 0 ? HttpStatus.CREATED : HttpStatus.OK, require(code));
    }

    private ResponseEntity<InstitutionView> response(HttpStatus status, VersionedValue<RegistryEntry> version) {
        return ResponseEntity.status(status)
                .eTag(VersionTag.of(version.version()))
                .body(view(version));
    }

    private InstitutionView view(VersionedValue<RegistryEntry> version) {
        String institution = registry.get()
                .resolveAddressee(version.key())
                .map(each -> each.institution().code())
                .orElse(version.key());
        return InstitutionView.of(version, institution, registry.inactiveSince(institution));
    }

    private boolean isRegistered(String code) {
        return topic.get().latest(code).isPresent();
    }

    private VersionedValue<RegistryEntry> require(String code) {
        return topic.get()
                .latest(code)
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND, "no-such-institution", "There is no institution " + code + "."));
    }

    private static InstitutionForm form(ObjectNode json) {
        try {
            return FORM_MAPPER.treeToValue(json, InstitutionForm.class);
        } catch (JacksonException e) {
            throw ProblemException.ofField(WireJsonMapper.fieldOf(e).orElse("body"), WireJsonMapper.faultOf(e));
        }
    }

    private static ProblemException missingIfMatch(String code) {
        return ProblemException.of(
                HttpStatus.PRECONDITION_REQUIRED,
                "if-match-required",
                code + " is in the registry: send the version that was changed in If-Match.");
    }

    /**
     * @param next what to send as {@code after} for the next page; absent on the last
     */
    record InstitutionListPage(
            List<InstitutionView> institutions, @Nullable String next) {}
}
