/** Public pages: server-rendered HTML in Indonesian and English, without scripts and cookies. */
@NullMarked
package id.pintu.portal.pages;

import org.jspecify.annotations.NullMarked;
