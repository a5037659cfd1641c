package id.pintu.account.signin;

import java.io.Serializable;
import java.time.Instant;

/**
 * One sign-in of a person, from which tokens follow until it ends. It is the details of its authentication.
 *
 * @param id opaque, claim {@code sid} of its tokens
 * @param account id
 * @param sessionId of the HTTP session
 * @param address from which the person signed in
 * @param browser header {@code User-Agent}, at most 200 characters
 */
public record SignIn(String id, String account, String sessionId, Instant since, String address, String browser)
        implements Serializable {}
