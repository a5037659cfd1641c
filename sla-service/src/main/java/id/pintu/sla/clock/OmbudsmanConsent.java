package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.SlaEvent.DeadlineMissed;

/**
 * State of the reporter's consent to hand the complaint to the Ombudsman, which happens at most once and never without
 * consent.
 */
public enum OmbudsmanConsent {
    NOT_GIVEN,
    GIVEN,
    /** The complaint was handed over. */
    USED;

    /** The state only moves forward, so the order in which events are consumed does not matter. */
    OmbudsmanConsent after(ComplaintEvent event) {
        if (event instanceof DeadlineMissed missed && missed.needsConsent()) {
            return USED;
        }
        return event instanceof OmbudsmanConsentGiven && this == NOT_GIVEN ? GIVEN : this;
    }
}
