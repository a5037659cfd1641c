package id.pintu.routing.actions;

import id.pintu.events.ComplaintId;
import id.pintu.routing.handling.InstitutionAct;
import java.util.OptionalInt;

/**
 * Action of an institution that came as a record of its topic {@code agency-actions.CODE}.
 *
 * @param id that the institution gave it: a second record with the same id, act and complaint is the same action
 * @param expectedVersion version of the complaint that the institution saw; empty when it does not matter
 */
public record AgencyAction(
        String id, InstitutionAct act, ComplaintId complaint, OptionalInt expectedVersion, AgencyActionForm form) {}
