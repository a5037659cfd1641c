package id.pintu.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReporterContactTest {

    private static final ReporterContact SITI =
            new ReporterContact(Optional.of("Siti"), Optional.of("siti@example.org"), Optional.of("+62811"));

    @Test
    void isWrittenWithoutAbsentFields() {
        assertThat(WireJsonMapper.MAPPER.writeValueAsString(SITI))
                .isEqualTo("{\"name\":\"Siti\",\"email\":\"siti@example.org\",\"phone\":\"+62811\"}");
        assertThat(WireJsonMapper.MAPPER.writeValueAsString(ReporterContact.NONE))
                .isEqualTo("{}");
        assertThat(WireJsonMapper.MAPPER.readValue("{\"phone\":\"+62811\"}", ReporterContact.class))
                .isEqualTo(new ReporterContact(Optional.empty(), Optional.empty(), Optional.of("+62811")));
    }

    @Test
    void prefersTheEmailAddressToThePhoneNumber() {
        assertThat(SITI.channel()).isEqualTo(ContactChannel.EMAIL);
        assertThat(new ReporterContact(SITI.name(), Optional.empty(), SITI.phone()).channel())
                .isEqualTo(ContactChannel.SMS);
        assertThat(new ReporterContact(SITI.name(), Optional.empty(), Optional.empty()).channel())
                .isEqualTo(ContactChannel.NONE);
    }

    @Test
    void toStringContainsNoPersonalData() {
        assertThat(SITI).hasToString("ReporterContact[…]");
    }
}
