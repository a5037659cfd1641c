package id.pintu.portal.tracking;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.InstitutionRef;
import id.pintu.support.explanations.BilingualText;
import java.util.Optional;

/** Builder of the {@link TimelineEntry} of one event. */
final class TimelineEntryBuilder {

    private final ComplaintEvent event;
    private final BilingualText label;
    private Optional<BilingualText> explanation = Optional.empty();
    private Optional<String> quote = Optional.empty();
    private Optional<ComplaintStatus> status = Optional.empty();
    private Optional<InstitutionRef> responsible = Optional.empty();

    private TimelineEntryBuilder(ComplaintEvent event, BilingualText label) {
        this.event = event;
        this.label = label;
    }

    /**
     * @param id label in Indonesian
     * @param en label in English
     */
    static TimelineEntryBuilder entry(ComplaintEvent event, String id, String en) {
        return new TimelineEntryBuilder(event, new BilingualText(id, en));
    }

    TimelineEntryBuilder explanation(BilingualText reason) {
        explanation = Optional.of(reason);
        return this;
    }

    /** What a person wrote; a blank text is no quote. */
    TimelineEntryBuilder quote(String written) {
        quote = Optional.of(written).filter(text -> !text.isBlank());
        return this;
    }

    TimelineEntryBuilder status(ComplaintStatus next) {
        status = Optional.of(next);
        return this;
    }

    TimelineEntryBuilder responsible(InstitutionRef institution) {
        responsible = Optional.of(institution);
        return this;
    }

    TimelineEntry build() {
        return new TimelineEntry(
                event.id(),
                event.at(),
                EventJsonCodec.wireName(event),
                new TimelineEntry.StepDescription(label, explanation, quote),
                new TimelineEntry.StatusChange(status, responsible));
    }
}
