package id.pintu.routing.actions;

import id.pintu.events.ComplaintId;
import id.pintu.events.WireJsonMapper;
import id.pintu.routing.actions.AgencyActionForm.AssignPersonForm;
import id.pintu.routing.actions.AgencyActionForm.AssignUnitForm;
import id.pintu.routing.actions.AgencyActionForm.ClarificationForm;
import id.pintu.routing.actions.AgencyActionForm.ExtensionForm;
import id.pintu.routing.actions.AgencyActionForm.FinalAnswerForm;
import id.pintu.routing.actions.AgencyActionForm.FollowUpForm;
import id.pintu.routing.actions.AgencyActionForm.InternalNoteForm;
import id.pintu.routing.actions.AgencyActionForm.ReclassifyForm;
import id.pintu.routing.actions.AgencyActionForm.ReturnComplaintForm;
import id.pintu.routing.actions.AgencyActionForm.VerificationForm;
import id.pintu.routing.handling.InstitutionAct;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.ProblemException.ProblemFieldError;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parser of actions in the JSON format of CloudEvents 1.0: {@code type} is {@code id.pintu.action.} and the name of the action as
 * in its address over HTTP, {@code subject} the tracking number, {@code data} the body as over HTTP, and the extension
 * {@code expectedversion} what {@code If-Match} is there. What is wrong is a problem that names the field.
 */
@Component
public final class AgencyActionParser {

    /** Prefix of an action's CloudEvents type. */
    public static final String TYPE_PREFIX = "id.pintu.action.";

    private static final String ID = "id";
    private static final String DATA = "data";
    private static final String ACTS =
            Arrays.stream(InstitutionAct.values()).map(InstitutionAct::wireName).collect(Collectors.joining(", "));

    private final JsonMapper json;
    private final Validator validator;

    /**
     * @param json as requests are read
     */
    public AgencyActionParser(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The record's JSON.
     *
     * @throws ProblemException 400 when it is no JSON object
     */
    public JsonNode parseRecord(byte[] value) {
        try {
            JsonNode envelope = json.readTree(value);
            if (envelope.isObject()) {
                return envelope;
            }
        } catch (JacksonException e) {
            throw invalidRecord(WireJsonMapper.reasonWithoutValues(e));
        }
        throw invalidRecord("the record is no JSON object");
    }

    private static ProblemException invalidRecord(String reason) {
        return ProblemException.of(HttpStatus.BAD_REQUEST, "invalid-body", reason);
    }

    /** The id of an action, as far as it can be read. */
    public Optional<String> idOf(JsonNode envelope) {
        return text(envelope, ID).filter(id -> !id.isBlank() && id.length() <= CommandGateway.MAX_KEY_LENGTH);
    }

    /** The complaint of an action, as far as it can be read. */
    public Optional<ComplaintId> complaintOf(JsonNode envelope) {
        try {
            return text(envelope, "subject").map(ComplaintId::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * @throws ProblemException 400 that names the invalid fields; those of {@code data} as over HTTP
     */
    public AgencyAction parse(JsonNode envelope) {
        if (!text(envelope, "specversion").equals(Optional.of("1.0"))) {
            throw ProblemException.ofField("specversion", "is \"1.0\"");
        }
        String id = idOf(envelope)
                .orElseThrow(() ->
                        ProblemException.ofField(ID, "has 1 to " + CommandGateway.MAX_KEY_LENGTH + " characters"));
        InstitutionAct act = text(envelope, "type")
                .filter(type -> type.startsWith(TYPE_PREFIX))
                .flatMap(type -> InstitutionAct.ofWireName(type.substring(TYPE_PREFIX.length())))
                .orElseThrow(() ->
                        ProblemException.ofField("type", "is " + TYPE_PREFIX + " and the name of an action: " + ACTS));
        ComplaintId complaint = complaintOf(envelope)
                .orElseThrow(() -> ProblemException.ofField("subject", "is the tracking number of a complaint"));
        return new AgencyAction(id, act, complaint, expectedVersion(envelope), form(act, envelope));
    }

    private static OptionalInt expectedVersion(JsonNode envelope) {
        JsonNode version = envelope.path("expectedversion");
        if (version.isMissingNode() || version.isNull()) {
            return OptionalInt.empty();
        }
        if (!version.isInt() || version.intValue() < 0) {
            throw ProblemException.ofField("expectedversion", "is a number of at least 0");
        }
        return OptionalInt.of(version.intValue());
    }

    private AgencyActionForm form(InstitutionAct act, JsonNode envelope) {
        JsonNode data = envelope.has(DATA) ? envelope.path(DATA) : json.createObjectNode();
        if (!data.isObject()) {
            throw ProblemException.ofField(DATA, "is an object");
        }
        AgencyActionForm form = read(data, formOf(act));
        List<ProblemFieldError> invalid = validator.validate(form).stream()
                .map(each -> new ProblemFieldError(each.getPropertyPath().toString(), each.getMessage()))
                .sorted(Comparator.comparing(ProblemFieldError::field))
                .toList();
        if (!invalid.isEmpty()) {
            throw ProblemException.ofFields(invalid);
        }
        if (form instanceof FinalAnswerForm answer && !answer.others().isEmpty()) {
            throw ProblemException.ofField("also", "is not for records: send one for each complaint");
        }
        return form;
    }

    private AgencyActionForm read(JsonNode data, Class<? extends AgencyActionForm> type) {
        try {
            return json.treeToValue(data, type);
        } catch (JacksonException e) {
            throw WireJsonMapper.fieldOf(e)
                    .map(field -> ProblemException.ofField(field, WireJsonMapper.faultOf(e)))
                    .orElseGet(() -> invalidRecord(WireJsonMapper.reasonWithoutValues(e)));
        }
    }

    private static Class<? extends AgencyActionForm> formOf(InstitutionAct act) {
        return switch (act) {
            case VERIFY -> VerificationForm.class;
            case ASSIGN_UNIT -> AssignUnitForm.class;
            case ASSIGN_PERSON -> AssignPersonForm.class;
            case ASK -> ClarificationForm.class;
            case NOTE -> InternalNoteForm.class;
            case FOLLOW_UP -> FollowUpForm.class;
            case EXTEND -> ExtensionForm.class;
            case RESOLVE -> FinalAnswerForm.class;
            case RETURN -> ReturnComplaintForm.class;
            case RECLASSIFY -> ReclassifyForm.class;
        };
    }

    private static Optional<String> text(JsonNode envelope, String name) {
        JsonNode value = envelope.path(name);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }
}
