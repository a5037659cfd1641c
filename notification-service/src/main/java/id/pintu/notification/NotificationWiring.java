package id.pintu.notification;

import com.mongodb.client.MongoDatabase;
import id.pintu.house.ledger.Casebook;
import id.pintu.notification.courier.Courier;
import id.pintu.notification.courier.HandDelivery;
import id.pintu.notification.courier.Ledger;
import id.pintu.notification.courier.PostOffice;
import id.pintu.notification.courier.Receipts;
import id.pintu.notification.courier.SmsByHand;
import id.pintu.notification.mail.Mail;
import id.pintu.notification.mongo.Claims;
import id.pintu.notification.mongo.Outbox;
import id.pintu.notification.mongo.Reporters;
import id.pintu.notification.notice.Channel;
import id.pintu.notification.notice.Notices;
import id.pintu.notification.words.Words;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** What stands between hearing and saying. A new channel is one more bean of type {@link Channel}. */
@Configuration(proxyBeanMethods = false)
class NotificationWiring {

    @Bean
    Casebook<Notices> casebook(MongoDatabase database) {
        return new Casebook<>(database, Notices.class);
    }

    @Bean
    Reporters contacts(MongoDatabase database) {
        return new Reporters(database);
    }

    @Bean
    Outbox outbox(MongoDatabase database) {
        return new Outbox(database);
    }

    /** Leases are real time, however fast the house's clock runs. */
    @Bean
    Claims claims(MongoDatabase database, NotificationProperties settings) {
        return new Claims(database, settings.lease(), InstantSource.system());
    }

    @Bean
    Receipts receipts(Claims claims, Ledger ledger, InstantSource clock) {
        return new Receipts(claims, ledger, clock);
    }

    @Bean
    HandDelivery handDelivery(Outbox outbox, Receipts receipts) {
        return new HandDelivery(outbox, receipts);
    }

    @Bean
    Words words(NotificationProperties settings) {
        return new Words(settings.portal());
    }

    @Bean
    Channel mail(JavaMailSender smtp, Words words, NotificationProperties settings) {
        return new Mail(smtp, words, settings.from());
    }

    @Bean
    Channel sms(Outbox outbox, Words words) {
        return new SmsByHand(outbox, words);
    }

    @Bean
    Courier.Desk courierDesk(Casebook<Notices> casebook, Reporters contacts, Claims claims, Receipts receipts) {
        return new Courier.Desk(casebook, contacts, claims, receipts);
    }

    @Bean
    PostOffice postOffice(
            List<Channel> channels, Courier.Desk desk, Casebook<Notices> casebook, NotificationProperties settings) {
        List<Courier> couriers = channels.stream()
                .map(channel -> new Courier(channel, desk, settings.patience().patience()))
                .toList();
        return new PostOffice(couriers, casebook, settings.sweep());
    }
}
