package id.pintu.intake.rates;

import id.pintu.support.keys.ChannelCredential;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Address a request came from.
 *
 * @param network what one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 address
 */
public record ClientAddress(String network) {

    /** Header by which the portal names the address of the browser; believed only with the portal's key. */
    public static final String FORWARDED_HEADER = "X-Pintu-Client";

    private static final int SUBSCRIBER_BYTES = 8;

    /** The client of a request, or the client of the portal it came through. */
    public static ClientAddress of(HttpServletRequest request, Optional<ChannelCredential> credential) {
        String peer = request.getRemoteAddr();
        return credential.filter(ChannelCredential::forwardsClients).isPresent()
                ? parse(Optional.ofNullable(request.getHeader(FORWARDED_HEADER)).orElse(peer))
                : parse(peer);
    }

    static ClientAddress parse(String literal) {
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            return new ClientAddress(
                    address instanceof Inet6Address
                            ? HexFormat.of().formatHex(address.getAddress(), 0, SUBSCRIBER_BYTES)
                            : address.getHostAddress());
        } catch (IllegalArgumentException e) {
            return new ClientAddress("unknown");
        }
    }
}
