package id.pintu.routing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordBloomFilterTest {

    @Property
    void hasNoFalseNegatives(@ForAll List<Integer> hashes) {
        WordBloomFilter filter = new WordBloomFilter(hashes.size());
        hashes.forEach(filter::put);

        assertThat(hashes).allMatch(filter::mightContain);
    }

    @Test
    void hasFewFalsePositives() {
        WordBloomFilter filter = new WordBloomFilter(10_000);
        IntStream.range(0, 10_000).forEach(i -> filter.put(("desa" + i).hashCode()));

        assertThat(IntStream.range(0, 10_000).filter(i -> filter.mightContain(("kata" + i).hashCode())))
                .hasSizeLessThan(2_500);
    }
}
