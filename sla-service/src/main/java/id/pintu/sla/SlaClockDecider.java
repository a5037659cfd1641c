package id.pintu.sla;

import id.pintu.events.ComplaintEvent;
import id.pintu.processing.ComplaintDecider;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.SlaClockRules;
import java.time.Instant;
import java.util.List;

/** Brings the ledger to the keeper of the clocks, which knows no ledger. */
public record SlaClockDecider(SlaClockRules rules) implements ComplaintDecider<ComplaintClockState> {

    @Override
    public ComplaintClockState initial() {
        return ComplaintClockState.UNKNOWN;
    }

    @Override
    public boolean consumes(Class<? extends ComplaintEvent> type) {
        return SlaClockRules.consumes(type);
    }

    @Override
    public ComplaintClockState evolve(ComplaintClockState clocks, ComplaintEvent event) {
        return rules.evolve(clocks, event);
    }

    @Override
    public List<ComplaintEvent> react(ComplaintClockState clocks, ComplaintEvent event, Instant now) {
        return rules.react(clocks, event, now);
    }
}
