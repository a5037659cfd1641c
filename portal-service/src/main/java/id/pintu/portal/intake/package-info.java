/** HTTP client for intake-service: the portal files reports as every other client does. */
@NullMarked
package id.pintu.portal.intake;

import org.jspecify.annotations.NullMarked;
