/** Pages of an institution's officers: the lists of its inbox, and one complaint with what may be done about it. */
@NullMarked
package id.pintu.portal.pages.inbox;

import org.jspecify.annotations.NullMarked;
