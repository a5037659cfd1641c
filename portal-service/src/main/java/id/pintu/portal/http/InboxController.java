package id.pintu.portal.http;

import id.pintu.portal.inbox.InboxList;
import id.pintu.portal.inbox.InboxListKeys;
import id.pintu.portal.institution.InboxQueryService;
import id.pintu.portal.institution.InboxQueryService.InboxListPage;
import id.pintu.portal.institution.InboxQueryService.InboxSelection;
import id.pintu.portal.institution.InboxScope;
import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.http.PageLimit;
import id.pintu.support.http.ProblemException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST controller of the inbox of an institution. Its officers and programs see all of it, officers of a unit what that unit
 * has. Personal data in texts is masked by form: what a report says in full is at routing-service, where each look is recorded.
 */
@RestController
class InboxController {

    private static final int MAX_LIMIT = 200;
    private static final int MAX_SEARCH = 200;

    private final InboxQueryService inbox;
    private final InstantSource clock;

    InboxController(InboxQueryService inbox, InstantSource clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * One page of a list, in the order of what is due next, and how many there are in each list; 400 for an unknown list or a
     * malformed cursor.
     *
     * @param list {@code open}, {@code overdue}, {@code today}, {@code new}, {@code waiting}, {@code answered}, {@code mine} or
     *     {@code ended}
     * @param unit name of a unit, for what that unit has only
     * @param assignee id of an account, for what is open and assigned to it
     * @param q a tracking number, or words that all occur; then the list is what is found, at most 200
     * @param cursor {@code next} of the page before
     * @param limit 1 to 200
     */
    @GetMapping("/v1/agencies/{code}/complaints")
    InboxPageView list(
            @PathVariable String code,
            @RequestParam(defaultValue = "open") String list,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = PageLimit.DEFAULT) int limit,
            @RequestAttribute(CallerGrants.ATTRIBUTE) CallerGrants caller) {
        InboxScope scope = InboxScope.of(code, caller);
        InboxList asked =
                InboxList.ofWireName(list).orElseThrow(() -> ProblemException.ofField("list", "is one of " + NAMES));
        PageLimit.requireInRange(limit, MAX_LIMIT);
        if (!cursor.isEmpty() && !InboxListKeys.isTurn(cursor)) {
            throw ProblemException.ofField("cursor", "is 'next' of the page before");
        }
        if (q.length() > MAX_SEARCH) {
            throw ProblemException.ofField("q", "has at most " + MAX_SEARCH + " characters");
        }
        Optional<String> unitName = Optional.ofNullable(unit);
        if (unitName.isPresent() && !scope.unitFor(unitName).equals(unitName)) {
            throw ProblemException.ofField("unit", "is a unit that you are an officer of");
        }
        InboxListPage page = q.isBlank()
                ? inbox.page(scope, new InboxSelection(asked, unitName, Optional.ofNullable(assignee)), cursor, limit)
                : new InboxListPage(inbox.search(scope, q), Optional.empty());
        return InboxPageView.of(page, inbox.counts(scope, unitName), clock.instant());
    }

    private static final List<String> NAMES =
            Arrays.stream(InboxList.values()).map(InboxList::wireName).collect(Collectors.toUnmodifiableList());
}
