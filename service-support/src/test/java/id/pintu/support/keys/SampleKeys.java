package id.pintu.support.keys;

import id.pintu.events.IntakeChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys of two ministries, a province, the desk, the operator and three channels, one of them revoked. */
public final class SampleKeys {

    private static final InstallationSecrets SECRETS = InstallationSecrets.of("a secret of thirty-two characters");
    private static final InstallationSecret SECRET = SECRETS.current(SecretPurpose.INSTITUTION_KEYS);
    private static final List<String> INSTITUTIONS = List.of("K.PU", "K.KES", "P.51", "DESK");

    /** The keys in clear text, by holder. */
    public static final Map<String, String> CLEAR = Map.of(
            "K.PU", StoredInstitutionKey.clearText(SECRET, "K.PU", 1),
            "K.KES", StoredInstitutionKey.clearText(SECRET, "K.KES", 1),
            "P.51", StoredInstitutionKey.clearText(SECRET, "P.51", 1),
            "DESK", StoredInstitutionKey.clearText(SECRET, "DESK", 1),
            "gateway", StoredChannelKey.clearText(SECRET, "gateway", 1),
            "partner", StoredChannelKey.clearText(SECRET, "partner", 1),
            "revoked", StoredChannelKey.clearText(SECRET, "revoked", 1),
            "operator", SECRET.operatorToken());

    private SampleKeys() {}

    public static BearerKeyReader reader() {
        InstitutionKeyIndex index = new InstitutionKeyIndex();
        INSTITUTIONS.forEach(code -> index.put(code, StoredInstitutionKey.of(SECRET, code, 1, false)));
        ChannelKeyIndex channels = new ChannelKeyIndex(SECRETS);
        channels.put("gateway", key("gateway", IntakeChannel.SMS, false));
        channels.put("partner", key("partner", IntakeChannel.PARTNER, false));
        channels.put("revoked", key("revoked", IntakeChannel.SMS, true));
        return new BearerKeyReader(SECRETS, index, channels);
    }

    private static StoredChannelKey key(String name, IntakeChannel channel, boolean revoked) {
        return StoredChannelKey.of(
                SECRET,
                name,
                1,
                new StoredChannelKey.ChannelKeyGrant(List.of(channel), false, Optional.empty()),
                revoked);
    }
}
