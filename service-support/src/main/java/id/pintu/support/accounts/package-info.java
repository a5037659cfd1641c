/** Accounts of persons and programs as the services see them: roles, and who acts. */
@NullMarked
package id.pintu.support.accounts;

import org.jspecify.annotations.NullMarked;
