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

/** Spring configuration of the streams of notification-service. */
@Configuration(proxyBeanMethods = false)
class NotificationStreamConfiguration {

    /**
     * Consumes the events a reporter is notified of, and the outcomes of those notices ({@code complaints}); emits
     * nothing, but dispatches pending notices to the delivery workers after each save.
     */
    @Bean
    EventProcessor<NoticeState> notices(
            SnapshotStore<NoticeState> snapshots, NoticeDispatcher dispatcher, InstantSource clock) {
        return EventProcessor.of("notification", new NoticeDecider(), snapshots, clock)
                .withAfterSaveListener(changed -> changed.forEach(dispatcher::dispatch));
    }

    /**
     * Consumes contacts and confirmations of e-mail addresses ({@code reporters}); emits notification-abandoned for messages awaiting manual delivery when their
     * contact is erased, and a dead letter for a record it cannot read.
     */
    @Bean
    ReporterContactConsumer reporters(
            ReporterContactRepository contacts,
            ManualDeliveryService manualDelivery,
            SnapshotStore<NoticeState> snapshots,
            NoticeDispatcher dispatcher) {
        return new ReporterContactConsumer(
                contacts, manualDelivery, id -> snapshots.find(id).ifPresent(state -> dispatcher.dispatch(id, state)));
    }

    /** Emits reporter-notified and notification-abandoned outside any transaction: a duplicate is harmless. */
    @Bean
    NotificationEventPublisher notificationEventPublisher(CommandSender commands) {
        return event ->
                commands.send(OutboundRecord.event(event), Optional.empty()).join();
    }
}
