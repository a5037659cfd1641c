/** Tracking for programs: JSON, problems as RFC 9457. */
@NullMarked
package id.pintu.portal.http;

import org.jspecify.annotations.NullMarked;
