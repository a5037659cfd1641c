/** MongoDB repositories of the portal's read models. */
@NullMarked
package id.pintu.portal.mongo;

import org.jspecify.annotations.NullMarked;
