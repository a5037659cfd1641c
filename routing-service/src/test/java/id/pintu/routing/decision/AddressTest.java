package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.Report.Place;
import id.pintu.routing.book.Level;
import id.pintu.routing.book.Rule.Affair;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.text.Words;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    private static final Knowledge KNOWLEDGE = knowledge();

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "KABKOTA,  Kota Semarang,       D.33.74",
        "PROVINSI, Provinsi Jawa Barat, P.32",
        // A kabupaten or kota names its province
        "PROVINSI, Kota Semarang,       P.33",
        "PROVINSI, Jakarta Barat,       P.31",
        // Bandung is a kota and a kabupaten: nobody is certain which, nor is the province told
        "KABKOTA,  Bandung,             -",
        "PROVINSI, di rumah,            -",
    })
    void anAffairIsWhoseItIsInThePlace(Level level, String text, String code) {
        Address address =
                new Address(KNOWLEDGE.registry(), KNOWLEDGE.gazetteer().locate(Place.UNKNOWN, Words.of(text)));

        assertThat(address.of(new Affair("anything", level, Optional.empty(), Optional.empty(), "a law"))
                        .map(Registration::code)
                        .orElse("-"))
                .isEqualTo(code);
    }

    private static Knowledge knowledge() {
        Tables tables = new Tables();
        return tables.knowledge();
    }
}
