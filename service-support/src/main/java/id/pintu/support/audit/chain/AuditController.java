package id.pintu.support.audit.chain;

import id.pintu.support.audit.chain.AuditRecordStore.AuditFacet;
import id.pintu.support.audit.record.AuditEntry;
import id.pintu.support.audit.record.AuditRecord;
import id.pintu.support.audit.record.AuditRecord.AuditRoot;
import id.pintu.support.http.PageLimit;
import id.pintu.support.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST controller of the audit log: the operator reads all of it, an institution what was done on its path or by its own. */
@RestController
public class AuditController {

    private static final int MAX_LIMIT = 500;
    private static final int MAX_VALUE_LENGTH = 200;

    private final AuditRecordStore store;

    AuditController(AuditRecordStore store) {
        this.store = store;
    }

    /**
     * Response: a page of the audit log, the newest first.
     *
     * @param next value of {@code before} for the next page; absent on the last page
     */
    record AuditPage(List<AuditRecordView> records, Optional<Long> next) {}

    /**
     * Response: one record.
     *
     * @param sequence number in the log, without gaps
     * @param entry who did what; absent in the root of a day, and for an entry that cannot be read
     * @param root count and last entry of a day
     */
    record AuditRecordView(long sequence, Optional<AuditEntry> entry, Optional<AuditRoot> root) {

        static AuditRecordView of(AuditRecord content) {
            return new AuditRecordView(content.sequence(), content.toEntry(), content.root());
        }
    }

    /**
     * Lists the records of all, the newest first. For the operator.
     *
     * @param institution code of the institution whose path it was, or whose officer or program did it
     * @param actor account that did it
     * @param complaint tracking number
     * @param before {@code next} of the page before
     */
    @GetMapping("/v1/audit")
    AuditPage list(
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String complaint,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = PageLimit.DEFAULT) int limit) {
        List<String> about = new ArrayList<>(facets(actor, complaint));
        facet(AuditFacet.INSTITUTION, "institution", institution).ifPresent(about::add);
        return page(about, before, limit);
    }

    /**
     * Lists what was done or tried on the path of an institution or by its officers and programs, the newest first.
     *
     * @param actor account that did it
     * @param complaint tracking number
     * @param before {@code next} of the page before
     */
    @GetMapping("/v1/agencies/{code}/audit")
    AuditPage listOwn(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String complaint,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = PageLimit.DEFAULT) int limit) {
        List<String> about = new ArrayList<>(facets(actor, complaint));
        about.add(AuditFacet.INSTITUTION.of(code));
        return page(about, before, limit);
    }

    private AuditPage page(List<String> about, @Nullable Long before, int limit) {
        PageLimit.requireInRange(limit, MAX_LIMIT);
        if (before != null && before < 1) {
            throw ProblemException.ofField("before", "is the value of next in the page before");
        }
        List<AuditRecord> found = store.list(about, before == null ? Long.MAX_VALUE : before, limit);
        return new AuditPage(
                found.stream().map(AuditRecordView::of).toList(),
                found.size() < limit
                        ? Optional.empty()
                        : Optional.of(found.getLast().sequence()));
    }

    private static List<String> facets(@Nullable String actor, @Nullable String complaint) {
        List<String> facets = new ArrayList<>();
        facet(AuditFacet.ACTOR, "actor", actor).ifPresent(facets::add);
        facet(AuditFacet.COMPLAINT, "complaint", complaint).ifPresent(facets::add);
        return facets;
    }

    private static Optional<String> facet(AuditFacet facet, String field, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > MAX_VALUE_LENGTH)) {
            throw ProblemException.ofField(field, "has 1 to " + MAX_VALUE_LENGTH + " characters");
        }
        return Optional.ofNullable(value).map(facet::of);
    }
}
