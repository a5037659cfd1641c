package id.pintu.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FeatureCountsTest {

    @Property(tries = 50)
    void countsFeaturesInOrderOfFirstOccurrence(
            @ForAll @Size(max = 5_000) List<@IntRange(max = TextFeatureHasher.FEATURE_SPACE - 1) Integer> features) {
        Map<Integer, Integer> counted = new LinkedHashMap<>();
        FeatureCounts counts = new FeatureCounts();
        features.forEach(feature -> {
            counted.merge(feature, 1, Integer::sum);
            counts.increment(feature);
        });

        Map<Integer, Integer> found = new LinkedHashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            found.put(counts.feature(i), counts.count(i));
        }
        assertThat(found.entrySet()).containsExactlyElementsOf(counted.entrySet());
    }
}
