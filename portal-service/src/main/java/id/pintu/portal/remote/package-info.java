/** HTTP client for the other services, which {@code intake} and {@code desk} use: settings, timeouts, and failures. */
@NullMarked
package id.pintu.portal.remote;

import org.jspecify.annotations.NullMarked;
