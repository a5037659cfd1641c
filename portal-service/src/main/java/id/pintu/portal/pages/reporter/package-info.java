/** Pages of a reporter about their own complaint: opened with the reporter key, once, and kept open by a cookie. */
@NullMarked
package id.pintu.portal.pages.reporter;

import org.jspecify.annotations.NullMarked;
