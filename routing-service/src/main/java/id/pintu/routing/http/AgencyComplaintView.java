package id.pintu.routing.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.pintu.routing.handling.ConversationMessage;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.InternalNote;
import id.pintu.support.explanations.BilingualText;
import java.util.List;
import java.util.Optional;

/**
 * Response body: the complaint as its responsible institution sees it.
 *
 * @param explanation why it was assigned to this institution, in sentences
 * @param conversation the newest 100 questions to the reporter and replies, oldest first
 * @param notes the newest 100 internal notes of this institution, oldest first; none for the oversight of a province
 * @param pending acts that wait, and can be undone until then
 * @param allowedActs names of the acts that the caller may do now, such as {@code assign-unit}
 */
record AgencyComplaintView(
        @JsonUnwrapped HandlingState handling,
        Optional<BilingualText> explanation,
        List<ConversationMessage> conversation,
        List<InternalNote> notes,
        List<WaitingActView> pending,
        List<String> allowedActs) {}
