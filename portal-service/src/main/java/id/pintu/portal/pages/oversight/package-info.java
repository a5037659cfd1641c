/** Pages of the oversight of provinces and of the nation. */
@NullMarked
package id.pintu.portal.pages.oversight;

import org.jspecify.annotations.NullMarked;
