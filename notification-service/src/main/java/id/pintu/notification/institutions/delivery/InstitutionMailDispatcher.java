package id.pintu.notification.institutions.delivery;

import id.pintu.events.ContactChannel;
import id.pintu.notification.delivery.DeliveryRecorder;
import id.pintu.notification.delivery.DeliveryRetryPolicy;
import id.pintu.notification.institutions.InstitutionMail;
import id.pintu.notification.institutions.MailHours;
import id.pintu.notification.mail.SmtpMailer;
import id.pintu.notification.message.EmailContent;
import id.pintu.notification.message.InstitutionMailRenderer;
import id.pintu.notification.mongo.DeliveryLeaseResult.Acquired;
import id.pintu.notification.mongo.DeliveryLeaseResult.Completed;
import id.pintu.notification.mongo.DeliveryLeaseResult.HeldElsewhere;
import id.pintu.notification.mongo.DeliveryLeaseResult.Unpublished;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.notice.DeliveryOutcome;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dispatcher that delivers mails to institutions, several at a time, with connections of its own: a mail server that hangs or
 * refuses one address delays neither the mails of others nor the notices to reporters.
 *
 * <p>It keeps no queue: whoever decides what is due submits all of it, again and again, until the journal has it. What failed is
 * left alone until its next attempt is due. Leases and results are recorded as those of notices.
 */
final class InstitutionMailDispatcher implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(InstitutionMailDispatcher.class);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(20);
    private static final int MAX_COUNTED_ATTEMPTS = 30;

    private final SmtpMailer mailer;
    private final InstitutionMailRenderer renderer;
    private final DeliveryLeaseStore leases;
    private final DeliveryRecorder recorder;
    private final SentMailJournal journal;
    private final MailHours hours;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final IntervalFunction intervals;
    private final CircuitBreaker breaker;
    private final ExecutorService executor;

    /** Mails that are due and not sent: those in progress, and those that failed. */
    private final Map<UUID, Attempt> attempts = new ConcurrentHashMap<>();

    /**
     * @param number of the attempt in progress, or of the last one
     * @param nextAtNanos when the next one is due
     */
    private record Attempt(int number, boolean inProgress, long nextAtNanos) {

        private boolean isDue() {
            return !inProgress && System.nanoTime() - nextAtNanos >= 0;
        }
    }

    /**
     * @param clock that the hours are compared with
     */
    InstitutionMailDispatcher(
            SmtpMailer mailer,
            InstitutionMailRenderer renderer,
            DeliveryLeaseStore leases,
            DeliveryRecorder recorder,
            SentMailJournal journal,
            MailHours hours,
            DeliveryRetryPolicy retryPolicy,
            InstantSource clock,
            MeterRegistry metrics) {
        this.mailer = mailer;
        this.renderer = renderer;
        this.leases = leases;
        this.recorder = recorder;
        this.journal = journal;
        this.hours = hours;
        this.clock = clock;
        this.metrics = metrics;
        this.intervals = retryPolicy.intervals();
        this.breaker = retryPolicy.breaker("INSTITUTION_MAIL", failure -> !SmtpMailer.isAnswer(failure));
        this.executor = Executors.newFixedThreadPool(
                retryPolicy.connections(),
                Thread.ofVirtual().name("institution-mail-", 0).factory());
        Gauge.builder("pintu.notification.institution.mails.waiting", attempts, Map::size)
                .description("Mails to institutions that are due and not sent")
                .register(metrics);
    }

    /** Takes all mails that are due now; does not block. What is in progress, or waits for its next attempt, is left alone. */
    void submitAll(List<InstitutionMail> due) {
        Set<UUID> ids = due.stream().map(InstitutionMail::id).collect(Collectors.toSet());
        attempts.entrySet().removeIf(each -> !each.getValue().inProgress() && !ids.contains(each.getKey()));
        for (InstitutionMail mail : due) {
            Attempt last = attempts.getOrDefault(mail.id(), new Attempt(0, false, System.nanoTime()));
            if (last.isDue() && !journal.contains(mail.id())) {
                attempts.put(mail.id(), new Attempt(last.number() + 1, true, 0));
                executor.execute(() -> attempt(mail, last.number() + 1));
            }
        }
    }

    private void attempt(InstitutionMail mail, int number) {
        boolean done = false;
        try {
            done = hours.isNight(clock.instant(), mail.content().institution().zone()) || isDelivered(mail);
        } catch (RuntimeException failure) {
            String cause = SmtpMailer.causeOf(failure);
            if (number == 1) {
                log.warn("{} is not sent, will be retried: {}", mail, cause);
            }
            count(mail, "failed");
        } finally {
            if (done) {
                attempts.remove(mail.id());
            } else {
                attempts.put(mail.id(), new Attempt(Math.min(number, MAX_COUNTED_ATTEMPTS), false, nextAt(number)));
            }
        }
    }

    private long nextAt(int number) {
        return System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(intervals.apply(Math.min(number, MAX_COUNTED_ATTEMPTS)));
    }

    /** False when another instance has it. */
    private boolean isDelivered(InstitutionMail mail) {
        return switch (leases.acquire(mail.id())) {
            case Acquired acquired -> {
                record(mail, deliver(mail, acquired));
                yield true;
            }
            case Unpublished unpublished -> {
                record(mail, unpublished.outcome());
                yield true;
            }
            case HeldElsewhere heldElsewhere -> false;
            case Completed completed -> true;
        };
    }

    private DeliveryOutcome deliver(InstitutionMail mail, Acquired lease) {
        try {
            EmailContent content = renderer.render(mail);
            return DeliveryOutcome.of(
                    ContactChannel.EMAIL,
                    breaker.executeSupplier(() ->
                            mailer.send(mail.to().email(), content, mail.id().toString(), renderer.languageOf(mail))));
        } catch (RuntimeException failure) {
            leases.release(lease);
            throw failure;
        }
    }

    private void record(InstitutionMail mail, DeliveryOutcome outcome) {
        String name = outcome.result() instanceof Undeliverable refusal ? refusal.reason() : "delivered";
        recorder.recordResult(
                mail.id(),
                outcome,
                () -> journal.record(
                        mail.id(),
                        new SentMail(
                                mail.content().institution().code(),
                                mail.kind(),
                                mail.recipient(),
                                mail.events(),
                                name,
                                clock.instant())));
        boolean refused = outcome.result() instanceof Undeliverable;
        if (refused) {
            log.warn(
                    "{} is refused for good by the address of the {}: {}",
                    mail,
                    mail.to().role(),
                    name);
        }
        count(mail, refused ? "refused" : "sent");
    }

    private void count(InstitutionMail mail, String outcome) {
        Counter.builder("pintu.notification.institution.mails")
                .description("Attempts to send a mail to an institution")
                .tag("kind", mail.kind())
                .tag("outcome", outcome)
                .register(metrics)
                .increment();
    }

    /** Waits up to 20 seconds for mails in progress, then interrupts them. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
