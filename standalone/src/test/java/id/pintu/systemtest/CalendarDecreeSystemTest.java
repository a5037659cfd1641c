package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.EventMetadata;
import id.pintu.events.InstitutionRef;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.TopicNames;
import id.pintu.processing.CommandSender;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.calendar.OfficeHours;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.MissingClockCalculator;
import id.pintu.sla.clock.SlaClockRules;
import id.pintu.sla.clock.index.OpenClockIndex;
import id.pintu.sla.csv.HolidayCsvCodec;
import id.pintu.sla.kafka.CalendarChangeTracker;
import id.pintu.sla.kafka.CalendarDecreeTopic;
import id.pintu.sla.kafka.CalendarImpactTopic;
import id.pintu.sla.kafka.CalendarImpactTopic.CalendarChangeNotice;
import id.pintu.sla.kafka.DeadlineTimerLoop;
import id.pintu.sla.policy.SlaPolicies;
import id.pintu.sla.yaml.SlaPolicyYamlReader;
import id.pintu.standalone.server.CommittedTopicReader;
import id.pintu.standalone.server.EmbeddedBroker;
import id.pintu.support.keys.InstallationSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** System test of a calendar decree on a real broker: every open deadline moves once, although the timers restart. */
class CalendarDecreeSystemTest {

    private static final InstallationSecret SECRET =
            new InstallationSecret("a secret of this test, long enough to be one");

    private static final int PARTITIONS = 3;
    private static final int COMPLAINTS = 3_000;
    private static final Instant MONDAY = Instant.parse("2026-06-08T03:00:00Z");
    private static final SlaPolicies POLICIES = SlaPolicyYamlReader.read(new ClassPathResource("sla/policies.yml"));
    private static final InstitutionCalendars CALENDAR = new InstitutionCalendars(
            0, OfficeHours.NATIONAL, HolidayCsvCodec.read(new ClassPathResource("sla/holidays.csv")));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private CommandSender writer;

    @BeforeEach
    void open() {
        broker = EmbeddedBroker.start(directory, 0, SECRET);
        broker.createTopics(
                new NewTopic(TopicNames.COMPLAINTS, PARTITIONS, (short) 1),
                new NewTopic(CalendarDecreeTopic.TOPIC, 1, (short) 1),
                new NewTopic(CalendarImpactTopic.TOPIC, 1, (short) 1));
        writer = new CommandSender("sla", "test", broker.clients());
    }

    @AfterEach
    void close() {
        writer.close();
        broker.close();
    }

    @Test
    void everyOpenDeadlineMovesOnceAndEachInstitutionIsNotifiedOnceAlthoughTheTimersRestart() {
        IntStream.range(0, COMPLAINTS).forEach(this::route);
        try (RunningTimers first = new RunningTimers()) {
            first.calendarTopic.publish(decree()).join();
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !moved().isEmpty());
        }
        try (RunningTimers second = new RunningTimers()) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> moved().size() > COMPLAINTS / 4);
            assertThat(second.timers.isRunning()).isTrue();
        }
        try (RunningTimers third = new RunningTimers()) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> third.effectsTopic.notices(1).size() == 3);
            // The governor's decree applies to institutions in Bali only.
            assertThat(third.effectsTopic.impact(1).moved()).isEqualTo(COMPLAINTS / 2);
            assertThat(third.effectsTopic.notices(1))
                    .containsOnlyKeys("D.51", "D.51.71", "D.51.72")
                    .allSatisfy((code, notice) ->
                            assertThat(notice.later()).as(code).isPositive());
        }
        List<DeadlineMoved> moved = moved();
        assertThat(moved).hasSize(COMPLAINTS / 2).extracting(ComplaintEvent::id).doesNotHaveDuplicates();
        assertThat(moved).allSatisfy(each -> {
            assertThat(each.from()).isEqualTo(Instant.parse("2026-06-11T08:00:00Z"));
            assertThat(each.dueAt()).isEqualTo(Instant.parse("2026-06-12T08:30:00Z"));
            assertThat(each.decree()).isEqualTo("SE Gubernur Bali 1/2026");
        });
        assertThat(noticeKeys()).as("institutions notified").hasSize(3);

        now.set(Instant.parse("2026-06-11T08:00:01Z"));
        try (RunningTimers fourth = new RunningTimers()) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> read(DeadlineMissed.class).size() >= COMPLAINTS / 2);
            assertThat(fourth.timers.isRunning()).isTrue();
        }
        Set<ComplaintId> inBali = new HashSet<>();
        moved.forEach(each -> inBali.add(each.complaintId()));
        assertThat(read(DeadlineMissed.class))
                .as("moved deadlines are not missed yet")
                .hasSize(COMPLAINTS / 2)
                .noneMatch(missed -> inBali.contains(missed.complaintId()));
        assertThat(read(DeadlineNeared.class)).extracting(ComplaintEvent::id).doesNotHaveDuplicates();
    }

    /** Most partitions are empty, and the timers see both decrees at once. */
    @Test
    void onAFreshSystemTheNoticesComeAndEachOfTwoDecreesIsCreditedWithItsOwnMoves() {
        route(1);
        try (RunningTimers timers = new RunningTimers()) {
            timers.calendarTopic.publish(decree()).join();
            timers.calendarTopic
                    .publish(decree("SE Gubernur Bali 2/2026", "2026-06-11"))
                    .join();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> timers.effectsTopic.notices(2).size() == 1);
            assertThat(timers.effectsTopic.noticesTo("D.51.71"))
                    .containsExactly(
                            new CalendarChangeNotice(2, "SE Gubernur Bali 2/2026", "D.51.71", 1, 0),
                            new CalendarChangeNotice(1, "SE Gubernur Bali 1/2026", "D.51.71", 1, 0));
        }
        assertThat(moved())
                .extracting(DeadlineMoved::decree, DeadlineMoved::dueAt)
                .containsExactly(
                        tuple("SE Gubernur Bali 1/2026", Instant.parse("2026-06-12T08:30:00Z")),
                        tuple("SE Gubernur Bali 2/2026", Instant.parse("2026-06-15T08:00:00Z")));
    }

    /** The timers of one instance. */
    private final class RunningTimers implements AutoCloseable {
        private final CalendarDecreeTopic calendarTopic = new CalendarDecreeTopic(CALENDAR, writer);
        private final CalendarImpactTopic effectsTopic = new CalendarImpactTopic();
        private final CompactedTopicReader decreeReader = calendarTopic.reader(broker.clients());
        private final CompactedTopicReader effectReader = effectsTopic.reader(broker.clients());
        private final DeadlineTimerLoop timers;

        private RunningTimers() {
            DeadlineEventFactory deadlines = new DeadlineEventFactory(calendarTopic, POLICIES);
            timers = new DeadlineTimerLoop(
                    broker.clients(),
                    now::get,
                    () -> new OpenClockIndex(deadlines),
                    new CalendarChangeTracker(calendarTopic, effectsTopic),
                    ids -> Map.of(),
                    new MissingClockCalculator(deadlines));
            decreeReader.start();
            effectReader.start();
            timers.start();
        }

        @Override
        public void close() {
            timers.stop();
            effectReader.stop();
            decreeReader.stop();
        }
    }

    /** Routes half of the complaints to Bali and half to Makassar, which has the same time zone. */
    private void route(int number) {
        ComplaintId id = ComplaintId.of(
                ByteBuffer.allocate(8).putLong((long) number << 8).array());
        String code = number % 2 == 0
                ? "D.73.71"
                : List.of("D.51", "D.51.71", "D.51.72").get(number % 3);
        ComplaintRouted routed = new ComplaintRouted(
                EventMetadata.of(id, new UUID(1, number), ComplaintRouted.class, MONDAY),
                new InstitutionRef(code, code, ZoneId.of("Asia/Makassar")),
                Optional.empty(),
                1,
                new RoutingReason("test", List.of()));
        SlaClockRules rules = new SlaClockRules(new DeadlineEventFactory(() -> CALENDAR, POLICIES));
        ComplaintClockState clocks = rules.evolve(ComplaintClockState.UNKNOWN, routed);
        publish(routed);
        rules.react(clocks, routed, MONDAY).forEach(this::publish);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the counts miss a record that was not written
    private void publish(ComplaintEvent event) {
        writer.send(OutboundRecord.event(event), Optional.empty());
    }

    private static CalendarDecree decree() {
        return decree("SE Gubernur Bali 1/2026", "2026-06-10");
    }

    private static CalendarDecree decree(String name, String day) {
        return new CalendarDecree(
                name,
                "51",
                List.of(new CalendarDecree.DecreedDay(
                        LocalDate.parse(day), "Galungan", CalendarDecree.DecreedDayKind.LIBUR_DAERAH)),
                List.of(),
                "DESK",
                "Galungan",
                MONDAY);
    }

    private List<DeadlineMoved> moved() {
        return read(DeadlineMoved.class);
    }

    private <T extends ComplaintEvent> List<T> read(Class<T> type) {
        List<T> found = new ArrayList<>();
        readAll(TopicNames.COMPLAINTS, record -> {
            ComplaintEvent event = EventJsonCodec.read(record.value());
            if (type.isInstance(event)) {
                found.add(type.cast(event));
            }
        });
        return found;
    }

    private List<String> noticeKeys() {
        List<String> keys = new ArrayList<>();
        readAll(CalendarImpactTopic.TOPIC, record -> keys.add(new String(record.key(), StandardCharsets.UTF_8)));
        return keys.stream().filter(key -> key.contains("notice/")).toList();
    }

    private void readAll(String topic, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        CommittedTopicReader.readAll(broker.clients(), topic::equals, handler);
    }
}
