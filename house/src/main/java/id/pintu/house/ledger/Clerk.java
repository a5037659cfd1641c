package id.pintu.house.ledger;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJson;
import id.pintu.events.MalformedEvent;
import id.pintu.events.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Takes each batch from the ledger (and from the service's command topic) through load, decide, save, say.
 *
 * <p>What it returns is sent by the binder in the one Kafka transaction that also commits the consumer's place, so
 * either everything said to a batch is in the ledger or the batch comes again; {@link CaseFile} then says the same.
 * A record that cannot be read or judged goes to {@code complaints.dead} at once; only outages leave this class as
 * exceptions, and are retried by the binder, for ever, in order.
 *
 * @param <S> the decider's state
 */
public final class Clerk<S> implements Function<Message<List<byte[]>>, List<Message<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(Clerk.class);

    private final String service;
    private final Decider<S> decider;
    private final Casebook<S> casebook;
    private final InstantSource clock;
    private final @Nullable Orders<S> orders;
    private final BiFunction<S, ComplaintEvent, List<Saying>> copies;
    private final Consumer<Map<ComplaintId, S>> afterwards;

    private Clerk(
            String service,
            Decider<S> decider,
            Casebook<S> casebook,
            InstantSource clock,
            @Nullable Orders<S> orders,
            BiFunction<S, ComplaintEvent, List<Saying>> copies,
            Consumer<Map<ComplaintId, S>> afterwards) {
        this.service = service;
        this.decider = decider;
        this.casebook = casebook;
        this.clock = clock;
        this.orders = orders;
        this.copies = copies;
        this.afterwards = afterwards;
    }

    /**
     * A clerk that hears the ledger.
     *
     * @param service short name such as {@code routing}; also the source of what it says
     */
    public static <S> Clerk<S> of(String service, Decider<S> decider, Casebook<S> casebook, InstantSource clock) {
        return new Clerk<>(service, decider, casebook, clock, null, (state, said) -> List.of(), changed -> {});
    }

    /** One that also takes commands, from the topic {@code <service>.commands}. */
    public <C extends Command> Clerk<S> taking(CommandJson<C> json, CommandDecider<S, C> judge) {
        Orders<S> taken = new Orders<>() {
            @Override
            public Command read(byte[] bytes) {
                return json.read(bytes);
            }

            @Override
            public CommandDecider.Verdict decide(S state, Command command, Instant now) {
                return judge.decide(state, json.type().cast(command), now);
            }
        };
        return new Clerk<>(service, decider, casebook, clock, taken, copies, afterwards);
    }

    /** One that, in the same transaction, also says this to other topics whenever it says an event in a state. */
    public Clerk<S> copying(BiFunction<S, ComplaintEvent, List<Saying>> copies) {
        return new Clerk<>(service, decider, casebook, clock, orders, copies, afterwards);
    }

    /**
     * One that tells, after saving, what it now knows of the complaints it heard of: for views and work beside the
     * ledger. The batch may still come again, so hearing of a state twice must be harmless.
     */
    public Clerk<S> telling(Consumer<Map<ComplaintId, S>> afterwards) {
        return new Clerk<>(service, decider, casebook, clock, orders, copies, afterwards);
    }

    @Override
    public List<Message<byte[]>> apply(Message<List<byte[]>> batch) {
        List<Heard> records = Heard.allOf(batch, this::matters);
        Map<ComplaintId, CaseFile<S>> open = open(records);
        Set<CaseFile<S>> changed = new LinkedHashSet<>();
        List<Message<byte[]>> words = new ArrayList<>();
        Instant now = clock.instant();
        for (Heard heard : records) {
            try {
                CaseFile<S> file =
                        open.computeIfAbsent(heard.complaintId(), id -> CaseFile.blank(id, decider.initial()));
                List<ComplaintEvent> answer = hear(file, heard, now);
                changed.add(file);
                for (ComplaintEvent event : answer) {
                    words.add(Saying.event(event).message(service, heard.traceparent()));
                    copies.apply(file.state, event)
                            .forEach(copy -> words.add(copy.message(service, heard.traceparent())));
                }
            } catch (MalformedEvent e) {
                words.add(bury(heard, "malformed", String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                // The message of an unforeseen exception may quote the report: only its kind is told.
                words.add(bury(heard, "undecidable", e.getClass().getName()));
                log.error("undecidable {} at {}: {} at {}", heard.type(), heard.place(), e.getClass(), origin(e));
            }
        }
        casebook.save(changed);
        tell(changed);
        return words;
    }

    /** Folds records in without answering; of others' events only those before {@code answeredBefore}. */
    void restore(List<Heard> records, long answeredBefore) {
        List<Heard> mattering = records.stream()
                .filter(this::matters)
                .filter(heard -> heard.saidBy(service) || heard.offset() < answeredBefore)
                .toList();
        Map<ComplaintId, CaseFile<S>> open = open(mattering);
        Set<CaseFile<S>> changed = new LinkedHashSet<>();
        for (Heard heard : mattering) {
            try {
                CaseFile<S> file =
                        open.computeIfAbsent(heard.complaintId(), id -> CaseFile.blank(id, decider.initial()));
                ComplaintEvent event = EventJson.read(heard.value());
                heard.mustBeOf(event.complaintId());
                if (heard.saidBy(service)) {
                    file.foldOwn(decider, event);
                } else {
                    file.fold(decider, event);
                }
                changed.add(file);
            } catch (RuntimeException e) {
                log.warn("skipped while restoring: {} at {}: {}", heard.type(), heard.place(), e.getClass());
            }
        }
        casebook.save(changed);
        tell(changed);
    }

    private void tell(Set<CaseFile<S>> changed) {
        Map<ComplaintId, S> states = new LinkedHashMap<>();
        changed.forEach(file -> states.put(file.id, file.state));
        afterwards.accept(states);
    }

    String service() {
        return service;
    }

    Casebook<S> casebook() {
        return casebook;
    }

    private List<ComplaintEvent> hear(CaseFile<S> file, Heard heard, Instant now) {
        if (orders != null && heard.topic().equals(Topics.commands(service))) {
            Orders<S> taken = orders;
            Command command = taken.read(heard.value());
            heard.mustBeOf(command.complaintId());
            return file.hear(decider, command, heard.place(), (state, asked) -> taken.decide(state, asked, now));
        }
        ComplaintEvent event = EventJson.read(heard.value());
        heard.mustBeOf(event.complaintId());
        if (heard.saidBy(service)) {
            file.foldOwn(decider, event);
            return List.of();
        }
        return file.hear(decider, event, heard.place(), now);
    }

    /** Commands, the service's own words come back, what the decider hears, and what does not tell what it is. */
    private boolean matters(Heard heard) {
        if (!heard.topic().equals(Topics.COMPLAINTS) || heard.saidBy(service)) {
            return true;
        }
        Class<? extends ComplaintEvent> known = EventJson.types().get(heard.type());
        return heard.type().isEmpty() || (known != null && decider.hears(known));
    }

    private Map<ComplaintId, CaseFile<S>> open(List<Heard> records) {
        Set<ComplaintId> ids =
                records.stream().map(Heard::key).flatMap(Optional::stream).collect(Collectors.toSet());
        return new HashMap<>(casebook.load(ids));
    }

    private Message<byte[]> bury(Heard heard, String kind, String reason) {
        log.warn("to the dead letters: {} at {}: {}", heard.type(), heard.place(), reason);
        return Saying.deadLetter(heard, kind, reason).message(service, heard.traceparent());
    }

    private static Object origin(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0];
    }

    /** The command side, its command type hidden. */
    private interface Orders<S> {
        Command read(byte[] bytes);

        CommandDecider.Verdict decide(S state, Command command, Instant now);
    }
}
