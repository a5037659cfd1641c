/** What officers of an institution see and do: lists from the read model, within their grants, and acts at routing-service. */
@NullMarked
package id.pintu.portal.institution;

import org.jspecify.annotations.NullMarked;
