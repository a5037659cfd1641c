package id.pintu.notification;

import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.house.ledger.Commands;
import id.pintu.house.ledger.Saying;
import id.pintu.notification.courier.HandDelivery;
import id.pintu.notification.courier.Ledger;
import id.pintu.notification.courier.PostOffice;
import id.pintu.notification.kafka.ReporterFeed;
import id.pintu.notification.mongo.Reporters;
import id.pintu.notification.notice.NoticeRules;
import id.pintu.notification.notice.Notices;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything notification-service hears and says. */
@Configuration(proxyBeanMethods = false)
class NotificationFunctions {

    /** Hears of each step a reporter is to be told of (complaints); says nothing itself, but wakes the couriers. */
    @Bean
    Clerk<Notices> notices(Casebook<Notices> casebook, PostOffice office, InstantSource clock) {
        return Clerk.of("notification", new NoticeRules(), casebook, clock)
                .telling(changed -> changed.forEach(office::wake));
    }

    /** Hears how reporters can be reached (reporters); says notification-abandoned for what waited when one is erased. */
    @Bean
    ReporterFeed reporters(Reporters contacts, HandDelivery byHand) {
        return new ReporterFeed(contacts, byHand);
    }

    /** Says reporter-notified and notification-abandoned, outside any transaction: saying one twice is harmless. */
    @Bean
    Ledger ledger(Commands commands) {
        return event -> commands.send(Saying.event(event), Optional.empty()).join();
    }
}
