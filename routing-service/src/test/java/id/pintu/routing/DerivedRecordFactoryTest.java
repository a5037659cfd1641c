package id.pintu.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.OutboundRecord;
import id.pintu.routing.feeds.FeedReply;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.HandlingState.HandlingPhase;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DerivedRecordFactoryTest {

    private static final ComplaintId ID = ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    private static final ComplaintReplied REPLIED = new ComplaintReplied(
            EventMetadata.of(ID, new UUID(0, 1), ComplaintReplied.class, Instant.parse("2026-03-03T02:00:00Z")),
            "Di depan pasar");

    private static final InstitutionRef SEMARANG =
            new InstitutionRef("D.33.74", "Pemerintah Kota Semarang", ZoneOffset.UTC);

    private final DerivedRecordFactory factory = new DerivedRecordFactory(new CommandCodec<>(HandlingCommand.class));

    @Test
    void aReplyGoesToTheFeedOfTheResponsibleInstitution() throws IOException {
        List<OutboundRecord> records = factory.derive(with(Optional.of(SEMARANG)), REPLIED);

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("agency.D.33.74");
            assertThat(record.type()).isEqualTo("reporter-reply");
        });
        assertThat(new String(
                        FeedReply.of(REPLIED, "D.33.74", with(Optional.of(SEMARANG)))
                                .json(),
                        UTF_8))
                .isEqualTo(golden());
    }

    @Test
    void aReplyWhileTheDeskIsResponsibleGoesToNoFeed() {
        assertThat(factory.derive(with(Optional.empty()), REPLIED)).isEmpty();
    }

    @Test
    void whatEndsADutyAndWhatBeginsOneGoesToTheFeedWithTheComplaintAfterIt() {
        HandlingState state = with(Optional.of(SEMARANG));
        ComplaintWithdrawn withdrawn = new ComplaintWithdrawn(
                EventMetadata.causedBy(REPLIED, ComplaintWithdrawn.class, REPLIED.at()), "Sudah selesai");

        assertThat(factory.derive(state, withdrawn)).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("agency.D.33.74");
            assertThat(record.type()).isEqualTo("complaint-withdrawn");
            JsonNode body = WireJsonMapper.MAPPER.readTree(record.body());
            assertThat(body.path("event").path("type").asString()).isEqualTo("complaint-withdrawn");
            assertThat(body.path("complaint").path("phase").asString()).isEqualTo("AT_INSTITUTION");
        });
    }

    @Test
    void anInstitutionIsToldWhenAComplaintLeavesIt() {
        ComplaintTransferred left = new ComplaintTransferred(
                EventMetadata.causedBy(REPLIED, ComplaintTransferred.class, REPLIED.at()), "D.33.72", "D.33.74");

        assertThat(factory.derive(with(Optional.of(SEMARANG)), left))
                .singleElement()
                .satisfies(record -> assertThat(record.topic()).isEqualTo("agency.D.33.72"));
    }

    private static HandlingState with(Optional<InstitutionRef> responsible) {
        return new HandlingState(
                HandlingPhase.AT_INSTITUTION,
                Optional.empty(),
                Optional.empty(),
                responsible,
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                HandlingState.UNKNOWN.quarrel(),
                HandlingState.UNKNOWN.family(),
                1,
                0,
                1,
                HandlingState.UNKNOWN.deadlines());
    }

    private static String golden() throws IOException {
        try (InputStream file = DerivedRecordFactoryTest.class.getResourceAsStream("/golden/reporter-reply.json")) {
            return file == null ? "" : new String(file.readAllBytes(), UTF_8).strip();
        }
    }
}
