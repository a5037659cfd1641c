package id.pintu.routing.http;

import id.pintu.events.ComplaintId;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.OutboundRecord;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.RulingPrecedentIndex;
import id.pintu.routing.handling.RulingPrecedentIndex.PrecedentWithdrawal;
import id.pintu.routing.handling.RulingPrecedentIndex.RulingPrecedent;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.http.ChangeReasonValidator;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.PageLimit;
import id.pintu.support.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST controller for precedents: the rulings that later decisions follow. */
@RestController
@RequestMapping("/v1/desk/precedents")
class RulingPrecedentsController {

    private static final int MAX_LIMIT = 500;

    private final RulingPrecedentIndex precedents;
    private final CommandGateway<HandlingCommand> gateway;
    private final InstantSource clock;

    RulingPrecedentsController(
            RulingPrecedentIndex precedents, CommandGateway<HandlingCommand> gateway, InstantSource clock) {
        this.precedents = precedents;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * Lists precedents by matter, withdrawn ones included.
     *
     * @param after {@code next} of the page before
     */
    @GetMapping
    PrecedentPage list(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = PageLimit.DEFAULT) int limit) {
        PageLimit.requireInRange(limit, MAX_LIMIT);
        List<RulingPrecedent> all = precedents.all();
        if (!after.isEmpty() && all.stream().noneMatch(each -> each.key().equals(after))) {
            throw ProblemException.ofField("after", "is the value of next in the page before");
        }
        List<RulingPrecedent> found = all.stream()
                .filter(each -> each.key().compareTo(after) > 0)
                .limit(limit)
                .toList();
        return new PrecedentPage(
                found.stream().map(this::view).toList(),
                found.size() < limit ? null : found.getLast().key());
    }

    /** Withdraws the ruling of a complaint as a precedent; in the complaint itself it stays in force. Idempotent. */
    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            @PathVariable String id,
            @RequestBody WithdrawPrecedentForm form,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        ComplaintId complaint = CommandGateway.complaintId(id);
        String why = ChangeReasonValidator.requireValid(form.why());
        if (precedents.all().stream().noneMatch(each -> each.complaintId().equals(complaint))) {
            throw ProblemException.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-precedent",
                    "Complaint " + complaint + " has no ruling that is a precedent.");
        }
        if (precedents.withdrawal(complaint).isEmpty()) {
            PrecedentWithdrawal withdrawal = new PrecedentWithdrawal(
                    complaint, clock.instant(), why, Optional.of(caller.actor().toString()));
            gateway.send(withdrawalRecord(withdrawal));
            precedents.add(withdrawal);
        }
    }

    private static OutboundRecord withdrawalRecord(PrecedentWithdrawal withdrawal) {
        return OutboundRecord.of(
                RulingPrecedentIndex.TOPIC,
                withdrawal.key(),
                "precedent-withdrawn",
                UUID.nameUUIDFromBytes(withdrawal.key().getBytes(StandardCharsets.UTF_8)),
                withdrawal.at(),
                WireJsonMapper.MAPPER.writeValueAsBytes(withdrawal));
    }

    private PrecedentView view(RulingPrecedent precedent) {
        return new PrecedentView(
                precedent.complaintId(),
                precedent.matter(),
                precedent.against(),
                precedent.institution(),
                precedent.grounds(),
                precedent.at(),
                precedents.withdrawal(precedent.complaintId()));
    }

    /**
     * @param next what to send as {@code after} for the next page; absent on the last
     */
    record PrecedentPage(
            List<PrecedentView> precedents, @Nullable String next) {}

    /**
     * @param complaintId the complaint the ruling was given in
     * @param matter the routing rule and topic it is about
     * @param against code of the institution that is not responsible in this matter
     * @param institution code of the responsible institution
     * @param withdrawn when and why it was withdrawn; absent while it is followed
     */
    record PrecedentView(
            ComplaintId complaintId,
            String matter,
            String against,
            String institution,
            String grounds,
            Instant at,
            Optional<PrecedentWithdrawal> withdrawn) {}

    /**
     * @param why the reason, without names of persons
     */
    record WithdrawPrecedentForm(@Nullable String why) {}
}
