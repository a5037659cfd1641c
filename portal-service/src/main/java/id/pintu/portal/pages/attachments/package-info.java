/** Attachments on the pages: uploading them with a report, and showing them to who may see the report. See ADR 0075. */
@NullMarked
package id.pintu.portal.pages.attachments;

import org.jspecify.annotations.NullMarked;
