package id.pintu.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BagTest {

    @Property(tries = 50)
    void countsWhatWasPutInInTheOrderOfItsFirstComing(
            @ForAll @Size(max = 5_000) List<@IntRange(max = Features.SPACE - 1) Integer> numbers) {
        Map<Integer, Integer> counted = new LinkedHashMap<>();
        Bag bag = new Bag();
        numbers.forEach(number -> {
            counted.merge(number, 1, Integer::sum);
            bag.put(number);
        });

        Map<Integer, Integer> found = new LinkedHashMap<>();
        for (int i = 0; i < bag.size(); i++) {
            found.put(bag.number(i), bag.times(i));
        }
        assertThat(found.entrySet()).containsExactlyElementsOf(counted.entrySet());
    }
}
