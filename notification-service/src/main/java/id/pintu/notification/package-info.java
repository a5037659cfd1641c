/** Service that notifies reporters of each step of their complaint once, by e-mail or SMS. */
@NullMarked
package id.pintu.notification;

import org.jspecify.annotations.NullMarked;
