/** HTTP API of tracking: JSON, and problems as of RFC 9457. */
@NullMarked
package id.pintu.portal.http;

import org.jspecify.annotations.NullMarked;
