/** What people see: anybody can file a report, gets its number, and follows what becomes of it. */
@NullMarked
package id.pintu.portal;

import org.jspecify.annotations.NullMarked;
