package id.pintu.routing.actions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pintu.events.ComplaintId;
import id.pintu.routing.actions.AgencyActionForm.FinalAnswerForm;
import id.pintu.routing.actions.AgencyActionForm.VerificationForm;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Resolve;
import id.pintu.routing.handling.InstitutionAct;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.RequestInputConfiguration;
import jakarta.validation.Validation;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AgencyActionParserTest {

    private static final ComplaintId COMPLAINT = ComplaintId.of(new byte[16]);

    private final AgencyActionParser parser = new AgencyActionParser(
            strictMapper(), Validation.buildDefaultValidatorFactory().getValidator());

    private static JsonMapper strictMapper() {
        JsonMapper.Builder mapper = JsonMapper.builder();
        RequestInputConfiguration.makeStrict(mapper);
        return mapper.build();
    }

    @Test
    void anActionIsACloudEvent() {
        AgencyAction action = parse("""
                {"specversion": "1.0", "id": "a-1", "source": "/simpeg", "type": "id.pintu.action.resolve", "subject": "%s",
                 "expectedversion": 7, "data": {"answer": "Lubang sudah ditambal."}}""");

        assertThat(action)
                .isEqualTo(new AgencyAction(
                        "a-1",
                        InstitutionAct.RESOLVE,
                        COMPLAINT,
                        OptionalInt.of(7),
                        new FinalAnswerForm("Lubang sudah ditambal.", null)));
        HandlingCommand command = action.form().toCommand(new UUID(1, 2), COMPLAINT, "D.33.74");
        assertThat(command).isEqualTo(new Resolve(new UUID(1, 2), COMPLAINT, "D.33.74", "Lubang sudah ditambal."));
    }

    @Test
    void oneThatSaysNothingNeedsNoData() {
        AgencyAction action = parse("""
                {"specversion": "1.0", "id": "a-1", "type": "id.pintu.action.verify", "subject": "%s"}""");

        assertThat(action.form()).isEqualTo(new VerificationForm());
        assertThat(action.expectedVersion()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachActHasItsForm(InstitutionAct act) {
        String json = """
                {"specversion": "1.0", "id": "a-1", "type": "id.pintu.action.%s", "subject": "%s", "data": {"text": 1}}""".formatted(act.wireName(), COMPLAINT);

        // Whatever is wrong with it, it is not the type.
        ProblemException problem = problemOf(json);
        assertThat(problem == null
                        || !String.valueOf(problem.getBody().getDetail()).contains("'type'"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            specversion     | {"id": "a", "type": "id.pintu.action.verify", "subject": "%s"}
            id              | {"specversion": "1.0", "type": "id.pintu.action.verify", "subject": "%s"}
            id              | {"specversion": "1.0", "id": 7, "type": "id.pintu.action.verify", "subject": "%s"}
            id              | {"specversion": "1.0", "id": " ", "type": "id.pintu.action.verify", "subject": "%s"}
            type            | {"specversion": "1.0", "id": "a", "type": "id.pintu.action.burn", "subject": "%s"}
            type            | {"specversion": "1.0", "id": "a", "type": "verify", "subject": "%s"}
            subject         | {"specversion": "1.0", "id": "a", "type": "id.pintu.action.verify"}
            subject         | {"specversion": "1.0", "id": "a", "type": "id.pintu.action.verify", "subject": "1234"}
            expectedversion | {"specversion": "1.0", "id": "a", "type": "id.pintu.action.verify", "subject": "%s", "expectedversion": "7"}
            expectedversion | {"specversion": "1.0", "id": "a", "type": "id.pintu.action.verify", "subject": "%s", "expectedversion": -1}
            data            | {"specversion": "1.0", "id": "a", "type": "id.pintu.action.verify", "subject": "%s", "data": "x"}
            answer          | {"specversion": "1.0", "id": "a", "type": "id.pintu.action.resolve", "subject": "%s"}
            answer          | {"specversion": "1.0", "id": "a", "type": "id.pintu.action.resolve", "subject": "%s", "data": {"answer": " "}}
            answer          | {"specversion": "1.0", "id": "a", "type": "id.pintu.action.resolve", "subject": "%s", "data": {"answer": 5}}
            also            | {"specversion": "1.0", "id": "a", "type": "id.pintu.action.resolve", "subject": "%s", "data": {"answer": "x", "also": ["y"]}}
            """)
    void whatIsWrongIsSaidWithTheNameOfTheField(String field, String json) {
        ProblemException problem = problemOf(json.formatted(COMPLAINT));

        assertThat(problem).isNotNull();
        assertThat(problem.getBody().getDetail()).contains("'" + field + "'");
        assertThat(String.valueOf(problem.getBody().getProperties())).contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "\"a\"", "{", "{\"id\": \"a\", \"id\": \"b\"}", "{} {}"})
    void whatIsNoJsonObjectIsRefused(String json) {
        ProblemException problem = problemOf(json);

        assertThat(problem).isNotNull();
        assertThat(problem.getBody().getType()).hasToString("urn:pintu:problem:invalid-body");
    }

    private AgencyAction parse(String json) {
        return parser.parse(parser.parseRecord(json.formatted(COMPLAINT).getBytes(UTF_8)));
    }

    private ProblemException problemOf(String json) {
        return catchThrowableOfType(
                ProblemException.class, () -> parser.parse(parser.parseRecord(json.getBytes(UTF_8))));
    }
}
