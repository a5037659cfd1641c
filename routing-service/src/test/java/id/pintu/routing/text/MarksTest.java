package id.pintu.routing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MarksTest {

    @Property
    void forgetNothing(@ForAll List<Integer> hashes) {
        Marks marks = new Marks(hashes.size());
        hashes.forEach(marks::put);

        assertThat(hashes).allMatch(marks::mayHave);
    }

    @Test
    void passMostOfWhatWasNeverPutIn() {
        Marks marks = new Marks(10_000);
        IntStream.range(0, 10_000).forEach(i -> marks.put(("desa" + i).hashCode()));

        assertThat(IntStream.range(0, 10_000).filter(i -> marks.mayHave(("kata" + i).hashCode())))
                .hasSizeLessThan(2_500);
    }
}
