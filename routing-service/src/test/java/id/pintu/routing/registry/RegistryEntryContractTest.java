package id.pintu.routing.registry;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.WireJsonMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** JSON of a registry entry in the topic {@code registry}, byte for byte. */
class RegistryEntryContractTest {

    private static final String JSON = "{\"code\":\"D.33.74\",\"name\":\"Pemerintah Kota Semarang\","
            + "\"shortName\":\"Pemkot Semarang\",\"aliases\":[\"Semarang Kota\"],\"kind\":\"pemerintah_kota\","
            + "\"region\":\"33.74\",\"parent\":\"P.33\",\"connection\":{\"connected\":true,"
            + "\"decree\":\"SK 065/12/2019\",\"since\":\"2019-01-02\"},\"smsKeywords\":[\"KOTA SEMARANG\"],"
            + "\"source\":\"UU 16/1950\"}";

    @Test
    void keepsItsJsonFormat() {
        assertThat(WireJsonMapper.MAPPER.writeValueAsString(SampleRegistryEntries.semarang()))
                .isEqualTo(JSON);
        assertThat(WireJsonMapper.MAPPER.readValue(JSON, RegistryEntry.class))
                .isEqualTo(SampleRegistryEntries.semarang());
    }

    @Test
    void ignoresUnknownFieldsAndAcceptsMissingOptionalOnes() {
        String bare = "{\"code\":\"K.X\",\"name\":\"Instansi K.X\",\"aliases\":[],\"kind\":\"kementerian\","
                + "\"connection\":{\"connected\":true},\"smsKeywords\":[],\"units\":[],\"motto\":\"baru\"}";
        assertThat(WireJsonMapper.MAPPER.readValue(bare, RegistryEntry.class))
                .isEqualTo(SampleRegistryEntries.plain("K.X", "kementerian", Optional.empty()));
    }
}
