/** Page of the national desk: shows one complaint of a queue after the other, with a keyboard key for each choice. */
@NullMarked
package id.pintu.portal.pages.desk;

import org.jspecify.annotations.NullMarked;
