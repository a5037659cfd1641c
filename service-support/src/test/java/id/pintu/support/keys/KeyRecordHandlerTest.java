package id.pintu.support.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.IntakeChannel;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.ImmediateBroker;
import id.pintu.support.keys.StoredChannelKey.ChannelKeyGrant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyRecordHandlerTest {

    private static final String OLD = "the former secret, thirty-two characters";
    private static final String NEW = "the present secret, thirty-two characters";
    private static final ChannelKeyGrant SMS = new ChannelKeyGrant(List.of(IntakeChannel.SMS), false, Optional.empty());

    private final InstallationSecrets secrets = InstallationSecrets.of(NEW, OLD);
    private final InstitutionKeyIndex institutions = new InstitutionKeyIndex();
    private final ChannelKeyIndex channels = new ChannelKeyIndex(secrets);
    private final AtomicInteger refused = new AtomicInteger();
    private final KeyRecordHandler handler =
            new KeyRecordHandler(secrets, institutions, channels, refused::incrementAndGet);

    @Test
    void takesTheKeysThisInstallationDerived() {
        handle("K.PU", StoredInstitutionKey.of(new InstallationSecret(NEW), "K.PU", 1, false));
        handle("channel/gateway", StoredChannelKey.of(new InstallationSecret(NEW), "gateway", 1, SMS, false));

        assertThat(institutions.ownerOf(StoredInstitutionKey.clearText(new InstallationSecret(NEW), "K.PU", 1)))
                .contains("K.PU");
        assertThat(channels.credentialOf(StoredChannelKey.clearText(new InstallationSecret(NEW), "gateway", 1))
                        .map(ChannelCredential::channels))
                .contains(Set.of(IntakeChannel.SMS));
        assertThat(refused).hasValue(0);
    }

    @Test
    void ignoresAndCountsAPlantedKey() {
        handle("K.PU", new StoredInstitutionKey(StoredInstitutionKey.hash("planted"), 1, true));
        handle("DESK", new StoredInstitutionKey(StoredInstitutionKey.hash("planted"), 7, true));
        handle("channel/evil", new StoredChannelKey(StoredInstitutionKey.hash("planted"), 1, SMS, false, "00"));
        handler.handle("K.KES", Optional.of("{".getBytes(UTF_8)));
        handler.handle("K.KES", Optional.of("null".getBytes(UTF_8)));

        assertThat(institutions.ownerOf("planted")).isEmpty();
        assertThat(channels.credentialOf("planted")).isEmpty();
        assertThat(refused).hasValue(5);
    }

    @Test
    void aChannelsScopeAndTheKeyOfAnotherNameAreSignedToo() {
        StoredChannelKey key = StoredChannelKey.of(new InstallationSecret(NEW), "gateway", 1, SMS, false);
        ChannelKeyGrant more = new ChannelKeyGrant(List.of(IntakeChannel.values()), true, Optional.empty());
        handle("channel/gateway", new StoredChannelKey(key.hash(), key.generation(), more, false, key.mac()));
        handle("channel/other", key);

        assertThat(channels.entries()).isEmpty();
        assertThat(refused).hasValue(2);
    }

    @Test
    void neitherADeletionNorAnOlderRecordBringsARevokedKeyBack() {
        StoredChannelKey key = StoredChannelKey.of(new InstallationSecret(NEW), "gateway", 1, SMS, false);
        handle("channel/gateway", key);
        handle("channel/gateway", StoredChannelKey.of(new InstallationSecret(NEW), "gateway", 2, SMS, true));
        handle("channel/gateway", key);
        handler.handle("channel/gateway", Optional.empty());

        assertThat(channels.credentialOf(StoredChannelKey.clearText(new InstallationSecret(NEW), "gateway", 1)))
                .isEmpty();
        assertThat(refused).hasValue(2);
    }

    @Test
    void keysOfAPreviousSecretWorkWhileItIsListed() {
        StoredInstitutionKey key = StoredInstitutionKey.of(new InstallationSecret(OLD), "K.PU", 1, true);
        handle("K.PU", key);
        assertThat(institutions.find("K.PU")).contains(key);

        InstitutionKeyIndex later = new InstitutionKeyIndex();
        InstallationSecrets withoutOld = InstallationSecrets.of(NEW);
        new KeyRecordHandler(withoutOld, later, new ChannelKeyIndex(withoutOld), refused::incrementAndGet)
                .handle("K.PU", Optional.of(WireJsonMapper.MAPPER.writeValueAsBytes(key)));
        assertThat(later.find("K.PU")).isEmpty();
        assertThat(refused).hasValue(1);
    }

    @Test
    void theIssuerWritesRecordsThatAreTakenOverElsewhere() {
        ImmediateBroker broker = new ImmediateBroker();
        ChannelKeyIssuer issuer =
                new ChannelKeyIssuer(secrets, new ChannelKeyIndex(secrets), broker.commandSender("intake"));
        String first = issuer.issue("gateway", SMS, false).orElseThrow();
        assertThat(issuer.issue("gateway", SMS, false)).isEmpty();
        assertThat(issuer.issue("portal", SMS, true)).isEmpty();
        String renewed = issuer.issue("gateway", SMS, true).orElseThrow();
        deliver(broker.written("keys"));
        assertThat(channels.credentialOf(first)).isEmpty();
        assertThat(channels.credentialOf(renewed)).isPresent();

        assertThat(issuer.revoke("gateway")).isTrue();
        assertThat(issuer.revoke("gateway")).isFalse();
        deliver(List.of(broker.written("keys").getLast()));
        assertThat(channels.credentialOf(renewed)).isEmpty();
        assertThat(broker.written("keys").toString()).doesNotContain(first, renewed);

        assertThat(issuer.issue("gateway", SMS, false)).isPresent().get().isNotIn(first, renewed);
        assertThat(refused).hasValue(0);
    }

    @Test
    void builtInChannelsNeedNoRecord() {
        String portal = BuiltInChannel.PORTAL.key(new InstallationSecret(NEW));

        assertThat(channels.credentialOf(portal).map(ChannelCredential::channels))
                .contains(Set.of(IntakeChannel.WEB));
        assertThat(channels.credentialOf(BuiltInChannel.PORTAL.key(new InstallationSecret(OLD))))
                .isPresent();
        assertThat(channels.credentialOf(portal + "0")).isEmpty();
    }

    private void deliver(List<String> records) {
        records.forEach(json -> handler.handle("channel/gateway", Optional.of(json.getBytes(UTF_8))));
    }

    private void handle(String key, Object value) {
        handler.handle(key, Optional.of(WireJsonMapper.MAPPER.writeValueAsBytes(value)));
    }
}
