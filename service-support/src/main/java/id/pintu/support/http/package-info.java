/** What every HTTP edge shares: problems as RFC 9457. */
@NullMarked
package id.pintu.support.http;

import org.jspecify.annotations.NullMarked;
