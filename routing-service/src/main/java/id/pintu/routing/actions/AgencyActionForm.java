package id.pintu.routing.actions;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.AddNote;
import id.pintu.routing.handling.HandlingCommand.Ask;
import id.pintu.routing.handling.HandlingCommand.AssignPerson;
import id.pintu.routing.handling.HandlingCommand.AssignUnit;
import id.pintu.routing.handling.HandlingCommand.FollowUp;
import id.pintu.routing.handling.HandlingCommand.Reclassify;
import id.pintu.routing.handling.HandlingCommand.RequestExtension;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.handling.HandlingCommand.Return;
import id.pintu.routing.handling.HandlingCommand.Verify;
import id.pintu.routing.registry.InstitutionRegistry;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an institution says with an action on a complaint: the body of its request, or the data of its record. */
public sealed interface AgencyActionForm {

    /** Command that carries it out; the form is valid. */
    HandlingCommand toCommand(UUID command, ComplaintId complaint, String institution);

    /** Confirms that the institution is responsible: there is nothing to say. */
    record VerificationForm() implements AgencyActionForm {

        @Override
        public Verify toCommand(UUID command, ComplaintId complaint, String institution) {
            return new Verify(command, complaint, institution);
        }
    }

    /**
     * @param unit code or name of a unit in the registry, or free text
     */
    record AssignUnitForm(
            @NotBlank(message = "is required") @Size(max = 200, message = "has at most 200 characters") @Nullable
            String unit)
            implements AgencyActionForm {

        /** The same with the name that the registry has for the unit's code or name. */
        public AssignUnitForm resolved(InstitutionRegistry registry, String institution) {
            return new AssignUnitForm(registry.unitName(institution, Objects.requireNonNull(unit)));
        }

        @Override
        public AssignUnit toCommand(UUID command, ComplaintId complaint, String institution) {
            return new AssignUnit(command, complaint, institution, Objects.requireNonNull(unit));
        }
    }

    /**
     * @param account opaque id of the officer's account, never a name or an address; absent or empty for nobody
     */
    record AssignPersonForm(
            @Pattern(
                    regexp = "[A-Za-z0-9._:|/-]{0,100}",
                    message = "is the id of an account, of at most 100 characters")
            @Nullable
            String account)
            implements AgencyActionForm {

        @Override
        public AssignPerson toCommand(UUID command, ComplaintId complaint, String institution) {
            return new AssignPerson(
                    command,
                    complaint,
                    institution,
                    Optional.ofNullable(account).filter(id -> !id.isEmpty()));
        }
    }

    record InternalNoteForm(
            @NotBlank(message = "is required") @Size(max = 5_000, message = "has at most 5000 characters") @Nullable
            String text)
            implements AgencyActionForm {

        @Override
        public AddNote toCommand(UUID command, ComplaintId complaint, String institution) {
            return new AddNote(command, complaint, institution, Objects.requireNonNull(text));
        }
    }

    /**
     * @param reason why more time is needed
     */
    record ExtensionForm(
            @NotBlank(message = "is required: why more time is needed")
            @Size(max = 5_000, message = "has at most 5000 characters")
            @Nullable
            String reason)
            implements AgencyActionForm {

        @Override
        public RequestExtension toCommand(UUID command, ComplaintId complaint, String institution) {
            return new RequestExtension(command, complaint, institution, Objects.requireNonNull(reason));
        }
    }

    record ClarificationForm(
            @NotBlank(message = "is required") @Size(max = 5_000, message = "has at most 5000 characters") @Nullable
            String question)
            implements AgencyActionForm {

        @Override
        public Ask toCommand(UUID command, ComplaintId complaint, String institution) {
            return new Ask(command, complaint, institution, Objects.requireNonNull(question));
        }
    }

    record FollowUpForm(
            @NotBlank(message = "is required") @Size(max = 20_000, message = "has at most 20000 characters") @Nullable
            String text)
            implements AgencyActionForm {

        @Override
        public FollowUp toCommand(UUID command, ComplaintId complaint, String institution) {
            return new FollowUp(command, complaint, institution, Objects.requireNonNull(text));
        }
    }

    /**
     * @param suggested code of the institution that is responsible instead
     */
    record ReturnComplaintForm(
            @NotBlank(message = "is required: why it is not yours")
            @Size(max = 5_000, message = "has at most 5000 characters")
            @Nullable
            String reason,

            @Nullable String suggested)
            implements AgencyActionForm {

        @Override
        public Return toCommand(UUID command, ComplaintId complaint, String institution) {
            return new Return(
                    command, complaint, institution, Objects.requireNonNull(reason), Optional.ofNullable(suggested));
        }
    }

    /**
     * Request body of an institution's final answer.
     *
     * @param answer the final answer to the reporter
     * @param also numbers of reports of the same incident that get the same answer; ignored for an incident, which has all of them
     */
    record FinalAnswerForm(
            @NotBlank(message = "is required") @Size(max = 20_000, message = "has at most 20000 characters") @Nullable
            String answer,

            @Size(max = 50, message = "has at most 50 numbers") @Nullable
            List<String> also)
            implements AgencyActionForm {

        public List<String> others() {
            return also == null ? List.of() : List.copyOf(also);
        }

        @Override
        public Resolve toCommand(UUID command, ComplaintId complaint, String institution) {
            return new Resolve(command, complaint, institution, Objects.requireNonNull(answer));
        }
    }

    /**
     * Request body of a reclassification.
     *
     * @param kind the right kind, such as {@code supervisory-complaint}
     * @param reason why; the reporter may read it
     */
    record ReclassifyForm(
            @NotNull(message = "is complaint, supervisory-complaint, information-request or aspiration")
            ComplaintKind kind,

            @NotBlank(message = "is required: why it is of another kind")
            @Size(max = 5_000, message = "has at most 5000 characters")
            @Nullable
            String reason)
            implements AgencyActionForm {

        /** Command of the desk. */
        public Reclassify toCommand(UUID command, ComplaintId complaint) {
            return toCommand(command, complaint, Optional.empty());
        }

        /** Command of the responsible institution. */
        @Override
        public Reclassify toCommand(UUID command, ComplaintId complaint, String institution) {
            return toCommand(command, complaint, Optional.of(institution));
        }

        private Reclassify toCommand(UUID command, ComplaintId complaint, Optional<String> institution) {
            return new Reclassify(command, complaint, institution, kind, Objects.requireNonNull(reason));
        }
    }
}
