/** The national desk's page: the tray, complaint by complaint, with a key for each choice. */
@NullMarked
package id.pintu.portal.pages.desk;

import org.jspecify.annotations.NullMarked;
