package id.pintu.notification.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import id.pintu.house.ledger.Restore;
import id.pintu.notification.Store;
import id.pintu.notification.mail.Mail;
import id.pintu.notification.mail.Smtp;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

class PostOfficeTest {

    /** Were it open while the casebook is restored, half a ledger would have things told again. */
    @Test
    void opensAfterRestoringAndBeforeHearing() {
        Tape tape = new Tape();
        try (Store store = new Store();
                Branch branch = new Branch(store, tape, new Mail(Smtp.at(1), Branch.WORDS, "noreply@lapor.example"))) {
            int restoring = new Restore(branch.clerk, "nowhere:9092").atStart().getPhase();
            int hearing = new InputBindingLifecycle(mock(BindingService.class), Map.of()).getPhase();
            assertThat(branch.office.getPhase()).isStrictlyBetween(restoring, hearing);
        }
    }
}
