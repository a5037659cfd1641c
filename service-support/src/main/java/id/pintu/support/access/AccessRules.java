package id.pintu.support.access;

import static id.pintu.support.access.AccessRule.change;
import static id.pintu.support.access.AccessRule.get;
import static id.pintu.support.access.AccessRule.open;
import static id.pintu.support.access.AccessRule.post;
import static id.pintu.support.accounts.AccountRole.ARBITER;
import static id.pintu.support.accounts.AccountRole.INSTITUTION_ADMIN;
import static id.pintu.support.accounts.AccountRole.INTEGRATOR;
import static id.pintu.support.accounts.AccountRole.LIAISON_OFFICER;
import static id.pintu.support.accounts.AccountRole.NATIONAL_DESK;
import static id.pintu.support.accounts.AccountRole.NATIONAL_OBSERVER;
import static id.pintu.support.accounts.AccountRole.PROVINCE_OVERSIGHT;
import static id.pintu.support.accounts.AccountRole.SYSTEM_OPERATOR;
import static id.pintu.support.accounts.AccountRole.UNIT_OFFICER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.pintu.support.access.AccessRule.Audience;
import java.util.List;
import java.util.Set;

/**
 * The access rules of all services. The first line whose path and method are those of a request decides; a request that no
 * line is about is denied. {@code docs/security.md} has this table.
 *
 * <p>Two things depend on more than the path, and are decided by the controller: officers of a unit reach the complaints of
 * their unit only, and of the two queues of the desk each role sees its own.
 */
public final class AccessRules {

    /** The table. */
    public static final List<AccessRule> ALL = List.of(
            // Pages and endpoints for everybody.
            open("/", GET),
            open("/lapor", POST),
            open("/lapor/diterima/**", GET),
            open("/lacak", GET),
            open("/lacak/**", GET, POST),
            open("/l/{number}/{code}", GET),
            open("/konfirmasi", GET, POST),
            open("/static/**", GET),
            open("/sw.js", GET),
            open("/manifest.webmanifest", GET),
            open("/robots.txt", GET),
            open("/webjars/**", GET),
            open("/v1/attachments", POST),
            open("/v1/complaints", POST),
            open("/v1/complaints/{id}", GET),
            open("/v1/complaints/{id}/contact", PUT, DELETE),
            open("/v1/complaints/{id}/reporter-key", GET),
            open("/v1/complaints/{id}/attachments/{number}", GET),
            open("/v1/complaints/{id}/reply", POST),
            open("/v1/complaints/{id}/withdraw", POST),
            open("/v1/complaints/{id}/contest", POST),
            open("/v1/complaints/{id}/rate", POST),
            open("/v1/complaints/{id}/ombudsman-consent", POST),
            open("/v1/complaints/{id}/clocks", GET),
            open("/v1/complaints/{id}/hops", GET),
            open("/v1/email-confirmations", POST),
            open("/v1/reporter-links", POST),
            open("/v1/categories", GET),
            open("/v1/regions", GET),
            open("/v1/calendars", GET),
            open("/v1/calendars.csv", GET),
            open("/v1/calendars.ics", GET),
            open("/v1/calendars/{version}/effects", GET),
            open("/v1/calendars/{version}/notices", GET),
            open("/v1/registry/institutions", GET),
            open("/v1/registry/institutions/{code}", GET),
            open("/v3/api-docs/**", GET),
            open("/actuator/health/**", GET),
            // Complaints of an institution.
            get("/v1/agencies/{code}/complaints", LIAISON_OFFICER, INTEGRATOR, UNIT_OFFICER, PROVINCE_OVERSIGHT),
            get(
                    "/v1/agencies/{code}/figures",
                    LIAISON_OFFICER,
                    INTEGRATOR,
                    UNIT_OFFICER,
                    INSTITUTION_ADMIN,
                    PROVINCE_OVERSIGHT),
            get(
                    "/v1/agencies/{code}/figures.csv",
                    LIAISON_OFFICER,
                    INTEGRATOR,
                    UNIT_OFFICER,
                    INSTITUTION_ADMIN,
                    PROVINCE_OVERSIGHT),
            get("/v1/agencies/{code}/complaints/{id}", LIAISON_OFFICER, INTEGRATOR, UNIT_OFFICER, PROVINCE_OVERSIGHT),
            get(
                    "/v1/agencies/{code}/complaints/{id}/attachments/{number}",
                    LIAISON_OFFICER,
                    INTEGRATOR,
                    UNIT_OFFICER,
                    PROVINCE_OVERSIGHT),
            post("/v1/agencies/{code}/complaints/{id}/ask", LIAISON_OFFICER, INTEGRATOR, UNIT_OFFICER),
            post("/v1/agencies/{code}/complaints/{id}/follow-up", LIAISON_OFFICER, INTEGRATOR, UNIT_OFFICER),
            post("/v1/agencies/{code}/complaints/{id}/resolve", LIAISON_OFFICER, INTEGRATOR, UNIT_OFFICER),
            post("/v1/agencies/{code}/complaints/{id}/note", LIAISON_OFFICER, INTEGRATOR, UNIT_OFFICER),
            post("/v1/agencies/{code}/complaints/{id}/assign-person", LIAISON_OFFICER, INTEGRATOR, UNIT_OFFICER),
            post("/v1/agencies/{code}/complaints/{id}/extend", LIAISON_OFFICER, INTEGRATOR, UNIT_OFFICER),
            post("/v1/agencies/{code}/complaints/{id}/verify", LIAISON_OFFICER, INTEGRATOR),
            post("/v1/agencies/{code}/complaints/{id}/assign-unit", LIAISON_OFFICER, INTEGRATOR),
            post("/v1/agencies/{code}/complaints/{id}/return", LIAISON_OFFICER, INTEGRATOR),
            post("/v1/agencies/{code}/complaints/{id}/reclassify", LIAISON_OFFICER, INTEGRATOR),
            new AccessRule(
                    Set.of(DELETE),
                    "/v1/agencies/{code}/complaints/{id}/pending/{command}",
                    Audience.ROLES,
                    List.of(LIAISON_OFFICER, INTEGRATOR, UNIT_OFFICER)),
            get("/v1/agencies/{code}/complaints/{id}/unit-suggestions", LIAISON_OFFICER, INTEGRATOR),
            get("/v1/agencies/{code}/units", LIAISON_OFFICER, INTEGRATOR, UNIT_OFFICER),
            get("/v1/agencies/{code}/feed", LIAISON_OFFICER, INTEGRATOR),
            get("/v1/agencies/{code}/bundle", LIAISON_OFFICER, INTEGRATOR),
            get("/v1/agencies/{code}/webhooks", INSTITUTION_ADMIN, INTEGRATOR),
            change("/v1/agencies/{code}/webhooks/{name}", INSTITUTION_ADMIN, INTEGRATOR),
            post("/v1/agencies/{code}/webhooks/{name}/rotate-secret", INSTITUTION_ADMIN, INTEGRATOR),
            post("/v1/agencies/{code}/webhooks/{name}/replay", INSTITUTION_ADMIN, INTEGRATOR),
            get("/v1/agencies/{code}/incidents", LIAISON_OFFICER, INTEGRATOR),
            post("/v1/agencies/{code}/incidents/{id}/resolve", LIAISON_OFFICER, INTEGRATOR),
            get("/v1/agencies/{code}/calendar-notices", LIAISON_OFFICER, INTEGRATOR),
            get("/v1/agencies/{code}/oversight", LIAISON_OFFICER, INTEGRATOR, PROVINCE_OVERSIGHT),
            get("/v1/agencies/{code}/oversight.csv", LIAISON_OFFICER, INTEGRATOR, PROVINCE_OVERSIGHT),
            get("/v1/agencies/{code}/audit", INSTITUTION_ADMIN, LIAISON_OFFICER, INTEGRATOR),
            get("/v1/agencies/{code}/canned-answers", LIAISON_OFFICER, UNIT_OFFICER, INSTITUTION_ADMIN),
            change("/v1/agencies/{code}/canned-answers/{id}", LIAISON_OFFICER, INSTITUTION_ADMIN),
            // Accounts. Whose name may be seen is decided for each; colleagues see those of their institution.
            get("/v1/agencies/{code}/officers", LIAISON_OFFICER, UNIT_OFFICER, INSTITUTION_ADMIN),
            new AccessRule(Set.of(GET), "/v1/accounts/names", Audience.ANY_ACCOUNT, List.of()),
            new AccessRule(Set.of(GET, POST), "/masuk/**", Audience.OPEN_PAGE, List.of()),
            new AccessRule(Set.of(GET, POST), "/penyiapan", Audience.OPEN_PAGE, List.of()),
            new AccessRule(Set.of(GET, POST), "/undangan", Audience.OPEN_PAGE, List.of()),
            new AccessRule(Set.of(GET, POST), "/lupa-sandi", Audience.OPEN_PAGE, List.of()),
            new AccessRule(Set.of(GET, POST), "/atur-ulang", Audience.OPEN_PAGE, List.of()),
            new AccessRule(Set.of(GET, POST), "/akun/**", Audience.PAGE_SESSION, List.of()),
            // Pages of the officers of institutions, and of the national desk.
            new AccessRule(Set.of(GET, POST), "/instansi/**", Audience.PAGE_SESSION, List.of()),
            new AccessRule(Set.of(GET, POST), "/meja/**", Audience.PAGE_SESSION, List.of()),
            // Oversight, in figures.
            new AccessRule(Set.of(GET), "/pengawasan/**", Audience.PAGE_SESSION, List.of()),
            get("/v1/oversight/provinces/{code}", PROVINCE_OVERSIGHT, NATIONAL_DESK, ARBITER, NATIONAL_OBSERVER),
            get("/v1/oversight/nation", NATIONAL_DESK, ARBITER, NATIONAL_OBSERVER),
            get("/v1/desk/complaints", NATIONAL_DESK, ARBITER),
            get("/v1/desk/complaints/{id}/attachments/{number}", NATIONAL_DESK, ARBITER),
            post("/v1/desk/complaints/{id}/rule", ARBITER),
            post("/v1/desk/complaints/{id}/archive", NATIONAL_DESK, ARBITER),
            post("/v1/desk/complaints/{id}/assign", NATIONAL_DESK),
            post("/v1/desk/complaints/{id}/reclassify", NATIONAL_DESK),
            post("/v1/desk/complaints/{id}/dismiss-failures", NATIONAL_DESK),
            get("/v1/desk/precedents", NATIONAL_DESK, ARBITER),
            post("/v1/desk/precedents/{id}/withdraw", NATIONAL_DESK, ARBITER),
            get("/v1/desk/incidents", NATIONAL_DESK),
            post("/v1/desk/incidents/{id}/assign", NATIONAL_DESK),
            post("/v1/desk/incidents/{id}/archive", NATIONAL_DESK),
            get("/v1/desk/oversight", NATIONAL_DESK, NATIONAL_OBSERVER),
            get("/v1/desk/oversight.csv", NATIONAL_DESK, NATIONAL_OBSERVER),
            get("/v1/desk/oversight/league", NATIONAL_DESK, NATIONAL_OBSERVER),
            post("/v1/desk/calendars", NATIONAL_DESK),
            post("/v1/desk/calendars/dry-run", NATIONAL_DESK),
            get("/v1/desk/outbox", NATIONAL_DESK),
            post("/v1/desk/outbox/{id}/delivered", NATIONAL_DESK),
            post("/v1/desk/outbox/{id}/failed", NATIONAL_DESK),
            // Registry and rules.
            get("/v1/registry/institutions/{code}/history", NATIONAL_DESK),
            get("/v1/registry/institutions/{code}/contacts", NATIONAL_DESK),
            change("/v1/registry/institutions/{code}/contacts", NATIONAL_DESK),
            change("/v1/registry/institutions/{code}", NATIONAL_DESK),
            get("/v1/registry.csv", NATIONAL_DESK),
            change("/v1/registry.csv", NATIONAL_DESK),
            get("/v1/routing/rulebooks", NATIONAL_DESK),
            get("/v1/routing/rulebooks/{number}", NATIONAL_DESK),
            post("/v1/routing/rulebooks", NATIONAL_DESK),
            post("/v1/routing/rulebooks/{number}/activate", NATIONAL_DESK),
            post("/v1/routing/what-if", NATIONAL_DESK, SYSTEM_OPERATOR),
            // The installation.
            get("/v1/outbox", NATIONAL_DESK, SYSTEM_OPERATOR),
            post("/v1/outbox/{id}/retry", NATIONAL_DESK, SYSTEM_OPERATOR),
            change("/v1/keys/{code}", SYSTEM_OPERATOR),
            get("/v1/channel-keys", SYSTEM_OPERATOR),
            change("/v1/channel-keys/{name}", SYSTEM_OPERATOR),
            get("/v1/dead-letters", SYSTEM_OPERATOR),
            get("/v1/dead-letters/{id}", SYSTEM_OPERATOR),
            post("/v1/dead-letters/{id}/replay", SYSTEM_OPERATOR),
            post("/v1/dead-letters/{id}/dismiss", SYSTEM_OPERATOR),
            get("/v1/audit", SYSTEM_OPERATOR),
            get("/actuator/**", SYSTEM_OPERATOR),
            // Channels.
            new AccessRule(Set.of(POST), "/v1/sms", Audience.SMS_CHANNEL, List.of()));

    private AccessRules() {}
}
