/** Accounts: who they are, how they sign in, and the roles they hold. Pure; the topic is in {@code kafka}. */
@NullMarked
package id.pintu.account.accounts;

import org.jspecify.annotations.NullMarked;
