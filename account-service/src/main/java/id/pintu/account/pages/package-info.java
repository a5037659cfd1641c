/** Web pages of accounts: sign-in, one-time links, one's own account, the officers of an institution. */
@NullMarked
package id.pintu.account.pages;

import org.jspecify.annotations.NullMarked;
