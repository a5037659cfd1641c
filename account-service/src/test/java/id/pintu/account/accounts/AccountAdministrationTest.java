package id.pintu.account.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.RoleGrant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of who gives which role, and sees whose name. */
class AccountAdministrationTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "system-operator, system-operator, true",
        "system-operator, integrator@D.33.74, true",
        "institution-admin@D.33.74, liaison-officer@D.33.74, true",
        "institution-admin@D.33.74, unit-officer@D.33.74/Dinas PU, true",
        "institution-admin@D.33.74, institution-admin@D.33.74, true",
        "institution-admin@D.33.74, liaison-officer@D.33.72, false",
        "institution-admin@D.33.74, integrator@D.33.74, false",
        "institution-admin@D.33.74, province-oversight@D.33.74, false",
        "institution-admin@D.33.74, system-operator, false",
        "liaison-officer@D.33.74, unit-officer@D.33.74/Dinas PU, false",
        "national-desk, liaison-officer@D.33.74, false"
    })
    void aRoleIsGivenByWhoAdministersItsPlace(String own, String grant, boolean given) {
        assertThat(AccountAdministration.mayGrant(List.of(RoleGrant.parse(own)), RoleGrant.parse(grant)))
                .isEqualTo(given);
    }

    @Test
    void nobodyGivesAnythingWithoutARole() {
        assertThat(AccountAdministration.grantableRoles(List.of())).isEmpty();
        assertThat(AccountAdministration.isAdministrator(List.of())).isFalse();
        assertThat(Arrays.stream(AccountRole.values())
                        .filter(role -> role.extent() == AccountRole.Extent.NATION)
                        .map(RoleGrant::nationwide))
                .noneMatch(grant -> AccountAdministration.mayGrant(List.of(), grant));
    }

    @ParameterizedTest
    @CsvSource({
        "liaison-officer@D.33.74, true",
        "unit-officer@D.33.74/Dinas PU, true",
        "liaison-officer@D.33.72, false",
        "national-desk, true",
        "arbiter, true",
        "system-operator, true",
        "national-observer, false",
        "province-oversight@D.33, false"
    })
    void aNameIsSeenByColleaguesTheDeskAndTheOperator(String viewer, boolean seen) {
        PersonAccount officer = PersonAccount.invited(
                "1", "sari@x.example", "Sari", NOW, HeldRole.permanent(RoleGrant.parse("liaison-officer@D.33.74")));

        assertThat(AccountAdministration.maySeeName("2", List.of(RoleGrant.parse(viewer)), officer))
                .isEqualTo(seen);
        assertThat(AccountAdministration.maySeeName("1", List.of(), officer)).isTrue();
    }

    @Test
    void aDelegatedRoleEndsByItselfAndNotTheOwnOne() {
        RoleGrant own = RoleGrant.parse("unit-officer@D.33.74/Dinas PU");
        RoleGrant delegated = RoleGrant.parse("liaison-officer@D.33.74");
        Instant end = NOW.plusSeconds(60);
        PersonAccount officer = PersonAccount.invited("1", " Sari@X.example ", " Sari ", NOW, HeldRole.permanent(own))
                .withRole(HeldRole.delegated(delegated, "2", end));

        assertThat(officer.email()).isEqualTo("sari@x.example");
        assertThat(officer.name()).isEqualTo("Sari");
        assertThat(officer.grantsAt(NOW)).containsExactly(own, delegated);
        assertThat(officer.grantsAt(end)).containsExactly(own);
        assertThat(officer.withRole(HeldRole.delegated(delegated, "2", end.plusSeconds(60)))
                        .roles())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "liaison-officer@D.33.74, unit-officer@D.33.74/Dinas PU, true",
        "liaison-officer@D.33.74, liaison-officer@D.33.72, false",
        "liaison-officer@D.33.74, national-desk, false",
        "national-desk, arbiter, true",
        "national-desk, liaison-officer@D.33.74, false"
    })
    void aRoleIsDelegatedToAColleagueOfTheSamePlace(String grant, String colleagues, boolean received) {
        PersonAccount colleague = PersonAccount.invited(
                "1", "sari@x.example", "Sari", NOW, HeldRole.permanent(RoleGrant.parse(colleagues)));

        assertThat(AccountAdministration.mayReceive(colleague, RoleGrant.parse(grant)))
                .isEqualTo(received);
    }

    @Test
    void aRoleThatGivesRolesIsNotDelegated() {
        assertThat(AccountAdministration.mayDelegate(RoleGrant.parse("institution-admin@D.33.74")))
                .isFalse();
        assertThat(AccountAdministration.mayDelegate(RoleGrant.parse("system-operator")))
                .isFalse();
        assertThat(AccountAdministration.mayDelegate(RoleGrant.parse("liaison-officer@D.33.74")))
                .isTrue();
    }
}
