/** Tables that people exchange as files: text in UTF-8, and CSV with one reader and one writer for all services. Pure. */
@NullMarked
package id.pintu.support.tables;

import org.jspecify.annotations.NullMarked;
