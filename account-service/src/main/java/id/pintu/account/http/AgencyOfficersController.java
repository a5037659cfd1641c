package id.pintu.account.http;

import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.kafka.AccountStore;
import id.pintu.support.accounts.RoleGrant;
import id.pintu.support.audit.PersonalData;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST controller for the officers of an institution, by whom its complaints are handled. */
@RestController
class AgencyOfficersController {

    private static final int MAX_OFFICERS = 500;

    private final AccountStore accounts;
    private final InstantSource clock;

    AgencyOfficersController(AccountStore accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Those who have a role at the institution or at a unit of it now, by name; at most 500. Who has not accepted the invitation
     * is left out, since nobody can hand anything to them.
     *
     * @param unit name of a unit, for its officers only
     */
    @PersonalData
    @GetMapping("/v1/agencies/{code}/officers")
    OfficerPage officers(@PathVariable String code, @RequestParam(required = false) @Nullable String unit) {
        List<InstitutionOfficer> found = accounts.all().stream()
                .filter(PersonAccount::isActivated)
                .map(account -> InstitutionOfficer.of(account, rolesAt(code, Optional.ofNullable(unit), account)))
                .filter(officer -> !officer.roles().isEmpty())
                .limit(MAX_OFFICERS + 1L)
                .toList();
        return new OfficerPage(found.subList(0, Math.min(MAX_OFFICERS, found.size())), found.size() > MAX_OFFICERS);
    }

    private List<OfficerRole> rolesAt(String code, Optional<String> unit, PersonAccount account) {
        return account.grantsAt(clock.instant()).stream()
                .filter(grant -> grant.institution().filter(code::equals).isPresent())
                .filter(grant -> unit.isEmpty() || grant.unit().equals(unit))
                .map(OfficerRole::of)
                .toList();
    }

    /**
     * JSON of the officers of an institution.
     *
     * @param officers by name
     * @param more whether there are more, which a unit finds
     */
    record OfficerPage(List<InstitutionOfficer> officers, boolean more) {}

    /**
     * One officer. There is no address here: colleagues need none.
     *
     * @param account opaque id
     * @param roles at this institution
     */
    record InstitutionOfficer(String account, String name, List<OfficerRole> roles) {

        private static InstitutionOfficer of(PersonAccount account, List<OfficerRole> roles) {
            return new InstitutionOfficer(account.id(), account.name(), roles);
        }
    }

    /**
     * Role of an officer.
     *
     * @param role such as {@code liaison-officer}
     * @param unit that an officer of a unit is of
     */
    record OfficerRole(String role, Optional<String> unit) {

        private static OfficerRole of(RoleGrant grant) {
            return new OfficerRole(grant.role().wireName(), grant.unit());
        }
    }
}
