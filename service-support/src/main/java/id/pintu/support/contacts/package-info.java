/** Canonical forms of a reporter's name, telephone number and e-mail address, the same on every channel. */
@NullMarked
package id.pintu.support.contacts;

import org.jspecify.annotations.NullMarked;
