package id.pintu.sla.policy;

/**
 * One level of an escalation.
 *
 * @param workingDaysAfter the deadline; 0 means as soon as it has passed, more means at the close of that working day
 * @param to who is told
 * @param needsConsent whether the reporter has to agree before the case is handed on
 */
public record EscalationStep(int workingDaysAfter, String to, boolean needsConsent) {

    public EscalationStep {
        if (workingDaysAfter < 0) {
            throw new IllegalArgumentException("nobody is told before the deadline has passed");
        }
    }
}
