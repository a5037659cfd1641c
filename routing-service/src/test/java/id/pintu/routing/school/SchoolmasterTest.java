package id.pintu.routing.school;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.Institution;
import id.pintu.events.Report;
import id.pintu.house.ledger.Store;
import id.pintu.routing.Reports;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.Knowledge;
import id.pintu.routing.decision.Router;
import id.pintu.routing.handling.Handling;
import id.pintu.routing.handling.Handling.Family;
import id.pintu.routing.handling.Handling.Quarrel;
import id.pintu.routing.handling.Handling.Refusal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchoolmasterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");
    private static final Tables TABLES = new Tables();
    private static final Knowledge KNOWLEDGE = TABLES.knowledge();
    private static final Store STORE = new Store();

    private final Lessons lessons = new Lessons(STORE.database());

    @BeforeEach
    void empty() {
        STORE.database().drop();
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void learnsWordsThatNoRuleKnowsFromWhatInstitutionsTookAsTheirOwn() {
        Schoolmaster master = new Schoolmaster(() -> KNOWLEDGE, lessons, InstantSource.fixed(NOW));
        assertThat(first(new Router(KNOWLEDGE, master.get()), "zamzibar kuldus macet"))
                .isEmpty();

        lessons.note(verified(0, 150, "zamzibar kuldus", "L.BMKG"));
        lessons.note(verified(150, 300, "wakrimen torbal", "L.BPS"));
        master.teach();

        assertThat(first(new Router(KNOWLEDGE, master.get()), "zamzibar kuldus macet"))
                .contains("L.BMKG");
        assertThat(first(new Router(KNOWLEDGE, master.get()), "torbal wakrimen lagi"))
                .contains("L.BPS");
        master.close();
    }

    @Test
    void theSameLessonsInAnyOrderMakeTheSameExperience() {
        lessons.note(verified(150, 300, "wakrimen torbal", "L.BPS"));
        lessons.note(verified(0, 150, "zamzibar kuldus", "L.BMKG"));
        lessons.note(verified(0, 50, "zamzibar kuldus", "L.BMKG"));
        Schoolmaster one = new Schoolmaster(() -> KNOWLEDGE, lessons, InstantSource.fixed(NOW));
        one.teach();
        STORE.database().drop();
        lessons.note(verified(0, 300, "zamzibar kuldus", "L.BMKG"));
        lessons.note(verified(150, 300, "wakrimen torbal", "L.BPS"));
        Schoolmaster other = new Schoolmaster(() -> KNOWLEDGE, lessons, InstantSource.fixed(NOW));
        other.teach();

        assertThat(other.get().signs()).isEqualTo(one.get().signs());
        assertThat(other.get().sufficient()).isEqualTo(one.get().sufficient());
        one.close();
        other.close();
    }

    @Test
    void whatWentElsewhereIsNoLessonAnyMore() {
        Map<ComplaintId, Handling> states = verified(0, 3, "zamzibar", "L.BMKG");
        lessons.note(states);
        assertThat(lessons.newest(10)).hasSize(3);

        states.replaceAll((id, state) -> handling(state.report().orElseThrow(), "L.BPS", "L.BMKG"));
        lessons.note(states);
        assertThat(lessons.count()).isZero();
    }

    private static Optional<String> first(Router router, String text) {
        return router.likeliest(Reports.saying(text), 1, LocalDate.ofInstant(NOW, ZoneOffset.UTC)).stream()
                .map(choice -> choice.institution())
                .findFirst();
    }

    private static Map<ComplaintId, Handling> verified(int from, int to, String words, String code) {
        Map<ComplaintId, Handling> states = new LinkedHashMap<>();
        for (int number = from; number < to; number++) {
            ComplaintId id =
                    ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
            states.put(id, handling(Reports.saying(words + " nomor " + number), code, code));
        }
        return states;
    }

    private static Handling handling(Report report, String responsible, String verified) {
        return new Handling(
                Handling.Phase.AT_INSTITUTION,
                Optional.of(report),
                Optional.of(NOW),
                Optional.of(new Institution(responsible, responsible, ZoneOffset.UTC)),
                1,
                Optional.empty(),
                new Quarrel(
                        responsible.equals(verified)
                                ? List.of()
                                : List.of(new Refusal(verified, "Bukan wewenang", Optional.empty())),
                        "",
                        Optional.empty(),
                        false,
                        Optional.of(verified),
                        false),
                new Family(Optional.empty(), List.of(), Optional.empty()));
    }
}
