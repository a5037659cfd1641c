/** Oversight figures for callers: who may see them, of which period, and as a table. */
@NullMarked
package id.pintu.portal.supervision;

import org.jspecify.annotations.NullMarked;
