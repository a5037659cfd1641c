package id.pintu.support.keys;

import id.pintu.events.IntakeChannel;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stored form of a channel's key.
 *
 * @param hash SHA-256 of the key, hexadecimal
 * @param generation 1 for the first key, one more for each renewal and revocation
 * @param grant what it permits
 * @param revoked whether it permits nothing any more
 * @param mac HMAC of all of this and the name, hexadecimal: who can write to the topic can grant himself nothing
 */
public record StoredChannelKey(String hash, int generation, ChannelKeyGrant grant, boolean revoked, String mac) {

    /**
     * What a channel's key permits.
     *
     * @param channels the channels it may submit reports through, without repetition
     * @param verifiesContacts whether it may state that it verified a reporter's e-mail address
     * @param requestsPerMinute its quota; empty for the default one
     */
    public record ChannelKeyGrant(
            List<IntakeChannel> channels, boolean verifiesContacts, Optional<Integer> requestsPerMinute) {
        public ChannelKeyGrant {
            channels = channels.stream().distinct().sorted().toList();
        }
    }

    static StoredChannelKey of(
            InstallationSecret secret, String name, int generation, ChannelKeyGrant grant, boolean revoked) {
        String hash = StoredInstitutionKey.hash(clearText(secret, name, generation));
        StoredChannelKey unsigned = new StoredChannelKey(hash, generation, grant, revoked, "");
        return new StoredChannelKey(hash, generation, grant, revoked, unsigned.macOf(secret, name));
    }

    /** The key in clear text, which is derived and never stored. */
    static String clearText(InstallationSecret secret, String name, int generation) {
        return secret.deriveKey("channel-key", name, String.valueOf(generation));
    }

    /** Whether this was written by who knows the secret. */
    boolean isSignedWith(InstallationSecret secret, String name) {
        return InstallationSecret.constantTimeEquals(mac, macOf(secret, name));
    }

    ChannelCredential credential(String name) {
        return new ChannelCredential(
                name, Set.copyOf(grant.channels()), grant.verifiesContacts(), false, grant.requestsPerMinute(), false);
    }

    private String macOf(InstallationSecret secret, String name) {
        return HexFormat.of()
                .formatHex(secret.derive(
                        "channel-key-record",
                        name,
                        hash,
                        String.valueOf(generation),
                        grant.channels().stream().map(IntakeChannel::name).collect(Collectors.joining(",")),
                        String.valueOf(grant.verifiesContacts()),
                        grant.requestsPerMinute().map(String::valueOf).orElse(""),
                        String.valueOf(revoked)));
    }
}
