/** Signing in, by Spring Security: password, passkey, one-time code, and the sessions that follow. */
@NullMarked
package id.pintu.account.signin;

import org.jspecify.annotations.NullMarked;
