package id.pintu.sla;

import id.pintu.events.ComplaintEvent;
import id.pintu.house.ledger.Decider;
import id.pintu.sla.clock.ClockKeeper;
import id.pintu.sla.clock.ComplaintClocks;
import java.time.Instant;
import java.util.List;

/** Brings the ledger to the keeper of the clocks, which knows no ledger. */
public record ClockDecider(ClockKeeper keeper) implements Decider<ComplaintClocks> {

    @Override
    public ComplaintClocks initial() {
        return ComplaintClocks.UNKNOWN;
    }

    @Override
    public boolean hears(Class<? extends ComplaintEvent> type) {
        return ClockKeeper.hears(type);
    }

    @Override
    public ComplaintClocks evolve(ComplaintClocks clocks, ComplaintEvent event) {
        return keeper.evolve(clocks, event);
    }

    @Override
    public List<ComplaintEvent> react(ComplaintClocks clocks, ComplaintEvent heard, Instant now) {
        return keeper.react(clocks, heard, now);
    }
}
