package id.pintu.routing.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pintu.events.ComplaintId;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.OutboundRecord;
import id.pintu.support.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Record of an agency feed that says that an action of the institution was not carried out, and why. An action that is carried
 * out is seen by its event.
 *
 * @param id of this record, the same when it is repeated
 * @param action id that the institution gave the action, if it could be read
 * @param institution whose feed it is in
 * @param complaintId that the action was about, if it could be read
 */
public record ActionRefusal(
        UUID id,
        Optional<String> action,
        String institution,
        Optional<ComplaintId> complaintId,
        Instant at,
        ActionProblem problem) {

    /** CloudEvents type, without its prefix. */
    public static final String WIRE_NAME = "action-refused";

    /**
     * The problem in the format of RFC 9457, as over HTTP.
     *
     * @param status that the same action would have over HTTP
     * @param errors invalid fields with what is wrong with each
     * @param suggestedInstitution code of the institution that an answer points to, if it does
     */
    public record ActionProblem(
            String type,
            int status,
            Optional<String> detail,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<?> errors,
            Optional<String> suggestedInstitution) {

        static ActionProblem of(ProblemException problem) {
            Map<String, Object> further =
                    Optional.ofNullable(problem.getBody().getProperties()).orElse(Map.of());
            return new ActionProblem(
                    String.valueOf(problem.getBody().getType()),
                    problem.getBody().getStatus(),
                    Optional.ofNullable(problem.getBody().getDetail()),
                    further.get("errors") instanceof List<?> errors ? List.copyOf(errors) : List.of(),
                    Optional.ofNullable(further.get("suggestedInstitution")).map(Object::toString));
        }
    }

    /**
     * @param cause what is refused, as unique as the refusal
     */
    public static ActionRefusal of(
            String cause,
            Optional<String> action,
            String institution,
            Optional<ComplaintId> complaint,
            Instant at,
            ProblemException problem) {
        return new ActionRefusal(
                UUID.nameUUIDFromBytes(("refusal/" + cause).getBytes(StandardCharsets.UTF_8)),
                action,
                institution,
                complaint,
                at,
                ActionProblem.of(problem));
    }

    /** The record of the feed. Its subject is the complaint or, where none could be read, the institution. */
    public OutboundRecord toRecord() {
        return OutboundRecord.of(
                TopicNames.agencyFeed(institution),
                complaintId.map(ComplaintId::value).orElse(institution),
                WIRE_NAME,
                id,
                at,
                WireJsonMapper.MAPPER.writeValueAsBytes(this));
    }
}
