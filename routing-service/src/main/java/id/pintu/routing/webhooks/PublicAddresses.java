package id.pintu.routing.webhooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Predicate of addresses on the public internet: none of the special purposes of the IANA registries (RFC 6890), which lead to
 * this machine, its network, or the metadata of a cloud.
 */
final class PublicAddresses {

    /** Blocks that {@link InetAddress} has no method for. */
    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("100.64.0.0", 10), // between a carrier and its customers
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("240.0.0.0", 4),
            Block.of("64:ff9b::", 96), // these have an IPv4 address within
            Block.of("64:ff9b:1::", 48),
            Block.of("2002::", 16),
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            Block.of("100::", 64),
            Block.of("fc00::", 7),
            Block.of("fec0::", 10),
            Block.of("::", 96));

    private PublicAddresses() {}

    /** Block of addresses with the same first bits. */
    private record Block(byte[] address, int bits) {

        static Block of(String address, int bits) {
            try {
                return new Block(InetAddress.getByName(address).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean contain(InetAddress address) {
        return (address instanceof Inet4Address || address instanceof Inet6Address)
                && !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && SPECIAL.stream().noneMatch(block -> block.contains(address.getAddress()));
    }
}
