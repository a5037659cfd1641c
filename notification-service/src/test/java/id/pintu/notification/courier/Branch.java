package id.pintu.notification.courier;

import id.pintu.events.ComplaintId;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.notification.Steps;
import id.pintu.notification.Store;
import id.pintu.notification.mongo.Claims;
import id.pintu.notification.mongo.Outbox;
import id.pintu.notification.mongo.Reporters;
import id.pintu.notification.notice.Channel;
import id.pintu.notification.notice.NoticeRules;
import id.pintu.notification.notice.Notices;
import id.pintu.notification.notice.Reporter;
import id.pintu.notification.words.Words;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One instance of the service without its broker: everything real but the ledger's mouth. */
final class Branch implements AutoCloseable {

    static final Words WORDS = new Words(URI.create("http://localhost:8080"));
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final InstantSource CLOCK = InstantSource.fixed(Steps.START);
    private static final Patience PATIENCE =
            new Patience(8, Duration.ofMillis(10), Duration.ofMillis(200), Duration.ofMillis(100));

    final Outbox outbox;
    final Reporters reporters;
    final HandDelivery byHand;
    final PostOffice office;
    final Clerk<Notices> clerk;

    Branch(Store store, Ledger ledger, Channel mail) {
        this(store, ledger, mail, InstantSource.system());
    }

    /**
     * @param leases the clock claims go by
     */
    Branch(Store store, Ledger ledger, Channel mail, InstantSource leases) {
        Casebook<Notices> casebook = new Casebook<>(store.database(), Notices.class);
        Claims claims = new Claims(store.database(), LEASE, leases);
        Receipts receipts = new Receipts(claims, ledger, CLOCK);
        outbox = new Outbox(store.database());
        reporters = new Reporters(store.database());
        byHand = new HandDelivery(outbox, receipts);
        Courier.Desk desk = new Courier.Desk(casebook, reporters, claims, receipts);
        office = new PostOffice(
                List.of(new Courier(mail, desk, PATIENCE), new Courier(new SmsByHand(outbox, WORDS), desk, PATIENCE)),
                casebook,
                Duration.ofHours(1));
        clerk = Clerk.of("notification", new NoticeRules(), casebook, CLOCK)
                .telling(changed -> changed.forEach(office::wake));
    }

    Branch open() {
        office.start();
        return this;
    }

    void knows(ComplaintId id, String email) {
        reporters.putAll(Map.of(id, new Reporter(Optional.of("Siti"), Optional.of(email), Optional.empty())));
    }

    void knowsPhone(ComplaintId id, String phone) {
        reporters.putAll(Map.of(id, new Reporter(Optional.empty(), Optional.empty(), Optional.of(phone))));
    }

    @Override
    public void close() {
        office.stop();
    }
}
