package id.pintu.account.accounts;

import id.pintu.events.Sha256Digest;
import java.time.Instant;

/**
 * One-time link that was sent by mail. Only the latest of an account works, once, until it expires.
 *
 * @param tokenHash SHA-256 of the secret part of the link, hexadecimal
 */
public record OneTimeLink(LinkPurpose purpose, String tokenHash, Instant expiresAt) {

    public static OneTimeLink of(LinkPurpose purpose, String token, Instant expiresAt) {
        return new OneTimeLink(purpose, Sha256Digest.hexadecimal(token), expiresAt);
    }

    public boolean isValidAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Matcher of the links with a token, which is hashed once for all of them. */
    public static Matcher matcher(String token) {
        return new Matcher(Sha256Digest.hexadecimal(token));
    }

    /** Matcher of links with one token. */
    public record Matcher(String tokenHash) {

        public boolean matches(OneTimeLink link) {
            return link.tokenHash().equals(tokenHash);
        }
    }
}
