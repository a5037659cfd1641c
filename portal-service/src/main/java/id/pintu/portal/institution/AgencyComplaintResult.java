package id.pintu.portal.institution;

/** Result of reading a complaint of an institution. */
public sealed interface AgencyComplaintResult {

    record Shown(AgencyComplaint complaint) implements AgencyComplaintResult {}

    /** No such complaint is with the institution, or with the officer's unit. */
    record NotHere() implements AgencyComplaintResult {}

    /** The token is not accepted any more: the sign-in has ended. */
    record SignInEnded() implements AgencyComplaintResult {}

    /** The officer has no role for it. */
    record NotPermitted() implements AgencyComplaintResult {}

    /** There was no response, or none that can be read. */
    record Unreachable() implements AgencyComplaintResult {}
}
