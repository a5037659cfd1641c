/** What every HTTP edge shares: problems as RFC 9457. */
@NullMarked
package id.pintu.house.http;

import org.jspecify.annotations.NullMarked;
