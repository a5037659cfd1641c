/** The pages: plain HTML in Indonesian or English, made here, readable on any telephone; no script, no cookie. */
@NullMarked
package id.pintu.portal.pages;

import org.jspecify.annotations.NullMarked;
