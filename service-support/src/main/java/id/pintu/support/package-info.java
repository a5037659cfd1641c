/**
 * What every service shares besides event processing. One import:
 * {@link id.pintu.support.ServiceSupportConfiguration}.
 */
@NullMarked
package id.pintu.support;

import org.jspecify.annotations.NullMarked;
