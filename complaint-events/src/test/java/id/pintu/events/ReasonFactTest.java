package id.pintu.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReasonFactTest {

    private static final RoutingReason REASON = new RoutingReason(
            "listrik",
            List.of(
                    ReasonFact.of(ReasonFactName.WISHED, ReasonFact.UNKNOWN),
                    ReasonFact.of(ReasonFactName.REFUSED_BY, "K.PU"),
                    ReasonFact.of(ReasonFactName.PLACE, "33.74"),
                    ReasonFact.of(ReasonFactName.PLACE_NAME, "Kota Semarang"),
                    ReasonFact.of(ReasonFactName.REFUSED_BY, "D.33.74"),
                    ReasonFact.of(ReasonFactName.LAW, "")));

    @Test
    void splitsAtTheFirstEqualsSign() {
        ReasonFact fact = new ReasonFact("topic=Rumus a=b");

        assertThat(fact.hasName(ReasonFactName.TOPIC)).isTrue();
        assertThat(fact.value()).isEqualTo("Rumus a=b");
        assertThat(fact).isEqualTo(ReasonFact.of(ReasonFactName.TOPIC, "Rumus a=b"));
    }

    @Test
    void aNameIsNotMatchedByItsPrefix() {
        assertThat(new ReasonFact("place-name=Kota Semarang").hasName(ReasonFactName.PLACE))
                .isFalse();
        assertThat(new ReasonFact("place").hasName(ReasonFactName.PLACE)).isFalse();
        assertThat(new ReasonFact("place").value()).isEmpty();
    }

    @Test
    void everyNameIsKebabCase() {
        assertThat(Arrays.stream(ReasonFactName.values()).map(ReasonFactName::wireName))
                .contains("place-name", "not-connected", "topic")
                .allSatisfy(name -> assertThat(name).matches("[a-z]+(-[a-z]+)*"));
    }

    @Property
    void isWrittenAsItsText(@ForAll String text) {
        String json = WireJsonMapper.MAPPER.writeValueAsString(new ReasonFact(text));

        assertThat(json).isEqualTo(WireJsonMapper.MAPPER.writeValueAsString(text));
        assertThat(WireJsonMapper.MAPPER.readValue(json, ReasonFact.class)).isEqualTo(new ReasonFact(text));
    }

    @Test
    void aReasonFindsValuesByNameInOrder() {
        assertThat(REASON.values(ReasonFactName.REFUSED_BY)).containsExactly("K.PU", "D.33.74");
        assertThat(REASON.firstKnown(ReasonFactName.REFUSED_BY)).contains("K.PU");
        assertThat(REASON.firstKnown(ReasonFactName.PLACE)).contains("33.74");
        assertThat(REASON.firstKnown(ReasonFactName.TOPIC)).isEmpty();
    }

    @Test
    void unknownAndEmptyValuesAreNotKnown() {
        assertThat(REASON.isUnknown(ReasonFactName.WISHED)).isTrue();
        assertThat(REASON.has(ReasonFactName.WISHED)).isTrue();
        assertThat(REASON.knownValues(ReasonFactName.WISHED)).isEmpty();
        assertThat(REASON.has(ReasonFactName.LAW)).isFalse();
        assertThat(REASON.values(ReasonFactName.LAW)).containsExactly("");
        assertThat(REASON.firstKnown(ReasonFactName.LAW)).isEmpty();
    }
}
