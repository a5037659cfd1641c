/** OAuth 2 and OpenID Connect, by Spring Authorization Server: clients, claims, signing keys. */
@NullMarked
package id.pintu.account.tokens;

import org.jspecify.annotations.NullMarked;
