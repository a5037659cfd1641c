/** REST API of accounts. */
@NullMarked
package id.pintu.account.http;

import org.jspecify.annotations.NullMarked;
