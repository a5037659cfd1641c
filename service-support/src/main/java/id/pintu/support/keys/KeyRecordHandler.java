package id.pintu.support.keys;

import id.pintu.events.WireJsonMapper;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Handler of the records of the topic {@code keys}: takes over only those that the installation itself wrote.
 *
 * <p>An institution's key is itself an HMAC of its code and generation, so its hash proves that it was derived here; a
 * channel's record is signed. A record that proves nothing, a deletion, and an older generation after a newer one are
 * ignored, logged without their content and counted.
 */
final class KeyRecordHandler {

    private static final Logger log = LoggerFactory.getLogger(KeyRecordHandler.class);

    private final InstallationSecrets secrets;
    private final InstitutionKeyIndex institutions;
    private final ChannelKeyIndex channels;
    private final Runnable refusedCounter;

    /**
     * @param refusedCounter called for each record that is ignored
     */
    KeyRecordHandler(
            InstallationSecrets secrets,
            InstitutionKeyIndex institutions,
            ChannelKeyIndex channels,
            Runnable refusedCounter) {
        this.secrets = secrets;
        this.institutions = institutions;
        this.channels = channels;
        this.refusedCounter = refusedCounter;
    }

    /** Returns whether it was taken over. */
    boolean handle(String key, Optional<byte[]> value) {
        boolean taken = value.isPresent()
                && (key.startsWith(ChannelKeyIndex.KEY_PREFIX)
                        ? takeChannelKey(key.substring(ChannelKeyIndex.KEY_PREFIX.length()), value.get())
                        : takeInstitutionKey(key, value.get()));
        if (!taken) {
            log.warn(
                    "ignored a record of the topic {} that this installation did not write", InstitutionKeyIndex.TOPIC);
            refusedCounter.run();
        }
        return taken;
    }

    private boolean takeInstitutionKey(String code, byte[] json) {
        Optional<StoredInstitutionKey> key = read(json, StoredInstitutionKey.class)
                .filter(each -> any(SecretPurpose.INSTITUTION_KEYS, secret -> each.isDerivedFrom(secret, code)))
                .filter(each -> each.generation()
                        >= institutions
                                .find(code)
                                .map(StoredInstitutionKey::generation)
                                .orElse(0));
        key.ifPresent(each -> institutions.put(code, each));
        return key.isPresent();
    }

    private boolean takeChannelKey(String name, byte[] json) {
        Optional<StoredChannelKey> key = read(json, StoredChannelKey.class)
                .filter(each -> any(SecretPurpose.CHANNEL_KEYS, secret -> each.isSignedWith(secret, name)))
                .filter(each -> each.generation()
                        >= channels.find(name).map(StoredChannelKey::generation).orElse(0));
        key.ifPresent(each -> channels.put(name, each));
        return key.isPresent();
    }

    private boolean any(SecretPurpose purpose, Predicate<InstallationSecret> test) {
        return secrets.accepted(purpose).stream().anyMatch(test);
    }

    private static <T> Optional<T> read(byte[] json, Class<T> type) {
        try {
            return Optional.ofNullable(WireJsonMapper.MAPPER.readValue(json, type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
