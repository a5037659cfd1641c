package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.SlaEvent.DeadlineMissed;

/**
 * Whether the reporter agrees that the complaint is handed on to somebody outside. It is handed on once, and never
 * without.
 */
public enum OmbudsmanConsent {
    NOT_GIVEN,
    GIVEN,
    /** The complaint was handed on. */
    USED;

    /** Only ever onward, so that it does not matter in which order it is heard. */
    OmbudsmanConsent after(ComplaintEvent event) {
        if (event instanceof DeadlineMissed missed && missed.needsConsent()) {
            return USED;
        }
        return event instanceof OmbudsmanConsentGiven && this == NOT_GIVEN ? GIVEN : this;
    }
}
