package id.pintu.support.keys;

import id.pintu.events.IntakeChannel;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;

/**
 * What the key of a channel permits, as found with a request.
 *
 * @param name of the credential, such as {@code telkomsel}; idempotency keys are unique within it
 * @param channels the channels it may submit reports through
 * @param verifiesContacts whether it may state that it verified a reporter's e-mail address
 * @param forwardsClients whether the client address it forwards is believed
 * @param requestsPerMinute its quota; empty for the default one
 * @param builtIn whether it belongs to a part of Pintu, which has no quota of its own
 */
public record ChannelCredential(
        String name,
        Set<IntakeChannel> channels,
        boolean verifiesContacts,
        boolean forwardsClients,
        Optional<Integer> requestsPerMinute,
        boolean builtIn) {

    private static final String ATTRIBUTE = "channelCredential";

    public ChannelCredential {
        channels = Set.copyOf(channels);
    }

    /** The credential of an authenticated request; empty for everybody else, institutions included. */
    public static Optional<ChannelCredential> of(@Nullable Principal user) {
        return user instanceof BearerTokenAuthentication authentication
                        && authentication.getTokenAttributes().get(ATTRIBUTE) instanceof ChannelCredential credential
                ? Optional.of(credential)
                : Optional.empty();
    }

    /** Authority of the holders of keys for a channel. */
    public static String authority(IntakeChannel channel) {
        return "CHANNEL_" + channel.name();
    }

    /** Principal of a request with this credential. */
    public OAuth2AuthenticatedPrincipal toPrincipal() {
        List<GrantedAuthority> authorities = AuthorityUtils.createAuthorityList(
                channels.stream().map(ChannelCredential::authority).sorted().toList());
        // No institution has a code with a slash.
        return new DefaultOAuth2AuthenticatedPrincipal(
                ChannelKeyIndex.KEY_PREFIX + name,
                Map.of("sub", ChannelKeyIndex.KEY_PREFIX + name, ATTRIBUTE, this),
                authorities);
    }
}
