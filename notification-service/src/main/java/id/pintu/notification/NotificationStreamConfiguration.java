package id.pintu.notification;

import id.pintu.notification.delivery.ManualDeliveryService;
import id.pintu.notification.delivery.NoticeDispatcher;
import id.pintu.notification.delivery.NotificationEventPublisher;
import id.pintu.notification.kafka.ReporterContactConsumer;
import id.pintu.notification.mongo.ReporterContactRepository;
import id.pintu.notification.notice.NoticeDecider;
import id.pintu.notification.notice.NoticeState;
import id.pintu.processing.CommandSender;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.SnapshotStore;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything notification-service hears and says. */
@Configuration(proxyBeanMethods = false)
class NotificationStreamConfiguration {

    /** Hears of each step a reporter is to be told of (complaints); says nothing itself, but wakes the couriers. */
    @Bean
    EventProcessor<NoticeState> notices(
            SnapshotStore<NoticeState> snapshots, NoticeDispatcher dispatcher, InstantSource clock) {
        return EventProcessor.of("notification", new NoticeDecider(), snapshots, clock)
                .withAfterSaveListener(changed -> changed.forEach(dispatcher::dispatch));
    }

    /** Hears how reporters can be reached (reporters); says notification-abandoned for what waited when one is erased. */
    @Bean
    ReporterContactConsumer reporters(ReporterContactRepository contacts, ManualDeliveryService manualDelivery) {
        return new ReporterContactConsumer(contacts, manualDelivery);
    }

    /** Says reporter-notified and notification-abandoned, outside any transaction: saying one twice is harmless. */
    @Bean
    NotificationEventPublisher notificationEventPublisher(CommandSender commands) {
        return event ->
                commands.send(OutboundRecord.event(event), Optional.empty()).join();
    }
}
