package id.pintu.sla.policy;

/**
 * Immutable level of an escalation.
 *
 * @param workingDaysAfter working days after the due time: 0 means as soon as it has passed, n means at the close of the
 *     n-th working day
 * @param to who is notified, such as {@code institution-head}
 * @param needsConsent whether the reporter has to agree before the complaint is handed to this recipient
 */
public record EscalationStep(int workingDaysAfter, String to, boolean needsConsent) {

    public EscalationStep {
        if (workingDaysAfter < 0) {
            throw new IllegalArgumentException("an escalation step must not come before the due time");
        }
    }
}
