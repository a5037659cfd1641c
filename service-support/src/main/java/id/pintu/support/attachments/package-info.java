/** Attachments of reports outside the service that stores them: passes, and relaying their content. See ADR 0075. */
@NullMarked
package id.pintu.support.attachments;

import org.jspecify.annotations.NullMarked;
