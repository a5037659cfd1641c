@NullMarked
package id.pintu.portal.inbox;

import org.jspecify.annotations.NullMarked;
