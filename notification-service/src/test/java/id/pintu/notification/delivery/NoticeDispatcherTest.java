package id.pintu.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import id.pintu.notification.mail.EmailChannel;
import id.pintu.notification.mail.MailSenderFixture;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.processing.SnapshotRebuild;
import id.pintu.processing.topics.KafkaClients;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

class NoticeDispatcherTest {

    /** From half a rebuilt ledger it would dispatch notices that are delivered already. */
    @Test
    void startsAfterTheRebuildAndBeforeTheBindings() {
        InMemoryLedger ledger = new InMemoryLedger();
        try (EmbeddedMongo mongo = new EmbeddedMongo();
                NotificationServiceFixture service = new NotificationServiceFixture(
                        mongo,
                        ledger,
                        new EmailChannel(
                                MailSenderFixture.forPort(1),
                                NotificationServiceFixture.RENDERER,
                                "noreply@lapor.example"))) {
            int rebuildPhase = new SnapshotRebuild(service.processor, KafkaClients.unauthenticated("nowhere:9092"))
                    .asStartupTask()
                    .getPhase();
            int bindingPhase = new InputBindingLifecycle(mock(BindingService.class), Map.of()).getPhase();
            assertThat(service.dispatcher.getPhase()).isStrictlyBetween(rebuildPhase, bindingPhase);
        }
    }
}
