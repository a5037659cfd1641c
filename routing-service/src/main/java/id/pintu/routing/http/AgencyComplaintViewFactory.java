package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.InstitutionAct;
import id.pintu.routing.handling.InternalNote;
import id.pintu.routing.mongo.ConversationRepository;
import id.pintu.support.access.AccessRuleMatcher;
import id.pintu.support.access.AccessRules;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.explanations.OfficerExplanationWriter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Factory of the view that an institution's officers have of a complaint: what each may do and read differs by role. */
@Component
class AgencyComplaintViewFactory {

    private static final AccessRuleMatcher RULES = new AccessRuleMatcher(AccessRules.ALL);

    private final ConversationRepository conversations;
    private final PendingActGateway pendingActs;

    AgencyComplaintViewFactory(ConversationRepository conversations, PendingActGateway pendingActs) {
        this.pendingActs = pendingActs;
        this.conversations = conversations;
    }

    AgencyComplaintView create(ComplaintId complaint, HandlingState state, String code, CallerGrants caller) {
        return new AgencyComplaintView(
                state,
                state.reason().map(OfficerExplanationWriter::of),
                conversations.newestOf(complaint, state),
                notes(complaint, state, code, caller),
                pendingActs.waitingFor(code, complaint),
                allowedActs(complaint, state, code, caller));
    }

    /** The oversight of a province reads complaints, and is no officer of their institution. */
    private List<InternalNote> notes(ComplaintId complaint, HandlingState state, String code, CallerGrants caller) {
        boolean officer = caller.grants().stream().anyMatch(grant -> grant.role() != AccountRole.PROVINCE_OVERSIGHT);
        return officer ? conversations.newestNotesOf(complaint, state, code) : List.of();
    }

    private static List<String> allowedActs(
            ComplaintId complaint, HandlingState state, String code, CallerGrants caller) {
        String address = "/v1/agencies/" + code + "/complaints/" + complaint + "/";
        return InstitutionAct.openFor(state, code).stream()
                .filter(act -> isPermitted(address + act, code, caller))
                .toList();
    }

    private static boolean isPermitted(String path, String code, CallerGrants caller) {
        return RULES.find("POST", path)
                .filter(matched -> !matched.rule()
                        .permitting(caller.grants(), Optional.of(code))
                        .isEmpty())
                .isPresent();
    }
}
