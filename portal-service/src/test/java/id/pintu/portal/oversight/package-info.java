@NullMarked
package id.pintu.portal.oversight;

import org.jspecify.annotations.NullMarked;
