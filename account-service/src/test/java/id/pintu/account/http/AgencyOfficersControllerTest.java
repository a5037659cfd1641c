package id.pintu.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.account.accounts.HeldRole;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.http.AgencyOfficersController.InstitutionOfficer;
import id.pintu.account.http.AgencyOfficersController.OfficerPage;
import id.pintu.account.http.AgencyOfficersController.OfficerRole;
import id.pintu.account.kafka.AccountStore;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import id.pintu.support.accounts.RoleGrant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the list of an institution's officers. */
class AgencyOfficersControllerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");
    private static final String CITY = "D.33.74";
    private static final String TRANSPORT = "Dinas Perhubungan";

    private final AccountStore accounts = new AccountStore(new CommandSender(
            "account", "test", new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer())));
    private final AgencyOfficersController controller =
            new AgencyOfficersController(accounts, InstantSource.fixed(NOW));

    @BeforeEach
    void addAccounts() {
        add("3", "Wati", "liaison-officer@D.33.74");
        add("2", "Budi", "unit-officer@D.33.74/" + TRANSPORT);
        add("1", "Adi", "unit-officer@D.33.74/Dinas Kesehatan");
        add("4", "Lain", "liaison-officer@D.33.72");
        add("5", "Meja", "national-desk");
    }

    @Test
    void listsWhoHasARoleAtTheInstitutionOrAUnitOfItByName() {
        assertThat(list(null).officers())
                .containsExactly(
                        new InstitutionOfficer("1", "Adi", List.of(unitOfficer("Dinas Kesehatan"))),
                        new InstitutionOfficer("2", "Budi", List.of(unitOfficer(TRANSPORT))),
                        new InstitutionOfficer(
                                "3", "Wati", List.of(new OfficerRole("liaison-officer", Optional.empty()))));
        assertThat(list(null).more()).isFalse();
        assertThat(names(controller.officers("D.33.72", null))).containsExactly("Lain");
    }

    @Test
    void aUnitHasItsOwnOfficersOnly() {
        assertThat(names(list(TRANSPORT))).containsExactly("Budi");
        assertThat(names(list("Dinas Xyzzy"))).isEmpty();
    }

    @Test
    void leavesOutWhoHasNotAcceptedTheInvitationAndEndedDelegations() {
        accounts.add(PersonAccount.invited("6", "baru@x.example", "Baru", NOW, role("liaison-officer@D.33.74")));
        accounts.change(
                "4",
                account -> account.withRole(
                        HeldRole.delegated(RoleGrant.parse("unit-officer@D.33.74/" + TRANSPORT), "2", NOW)));

        assertThat(names(list(null))).containsExactly("Adi", "Budi", "Wati");
    }

    @Test
    void isBoundedAndSaysThatThereAreMore() {
        for (int i = 0; i < 500; i++) {
            add("many-" + i, "Petugas %03d".formatted(i), "unit-officer@D.33.74/Dinas Sosial");
        }

        assertThat(list(null).officers()).hasSize(500);
        assertThat(list(null).more()).isTrue();
    }

    @Test
    void saysNothingOfAddresses() {
        assertThat(WireJsonMapper.MAPPER.writeValueAsString(list(TRANSPORT))).isEqualTo("""
                        {"officers":[{"account":"2","name":"Budi","roles":[{"role":"unit-officer","unit":"Dinas Perhubungan"}]}],"more":false}""");
    }

    private OfficerPage list(@Nullable String unit) {
        return controller.officers(CITY, unit);
    }

    private static List<String> names(OfficerPage page) {
        return page.officers().stream().map(InstitutionOfficer::name).toList();
    }

    private static OfficerRole unitOfficer(String unit) {
        return new OfficerRole("unit-officer", Optional.of(unit));
    }

    private static HeldRole role(String grant) {
        return HeldRole.permanent(RoleGrant.parse(grant));
    }

    private void add(String id, String name, String grant) {
        accounts.add(PersonAccount.invited(id, name + "@x.example", name, NOW, role(grant))
                .withPassword("hash"));
    }
}
