package id.pintu.support.keys;

import id.pintu.events.IntakeChannel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Parts of Pintu that submit reports to intake-service. Their keys are derived from the installation's secret on both
 * sides, so that nobody has to issue them; they end when that secret is replaced.
 */
public enum BuiltInChannel {
    /** portal-service, trusted to name the address of the browser it forwards for. */
    PORTAL("portal"),
    /** The command line, whose user can read the secret and is trusted to know addresses: import and demo. */
    COMMAND_LINE("command-line");

    private final String credentialName;

    BuiltInChannel(String credentialName) {
        this.credentialName = credentialName;
    }

    static Optional<BuiltInChannel> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.credentialName.equals(name))
                .findFirst();
    }

    /** The key in clear text. */
    public String key(InstallationSecret secret) {
        return secret.deriveKey("built-in-channel-key", credentialName);
    }

    ChannelCredential credential() {
        Set<IntakeChannel> channels = switch (this) {
            case PORTAL -> EnumSet.of(IntakeChannel.WEB);
            case COMMAND_LINE -> EnumSet.of(IntakeChannel.WEB, IntakeChannel.SMS, IntakeChannel.IMPORT);
        };
        return new ChannelCredential(
                credentialName, channels, this == COMMAND_LINE, this == PORTAL, Optional.empty(), true);
    }
}
