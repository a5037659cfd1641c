/** Photos and documents of reports: what is accepted, how images are made harmless, scanning, and where they are stored. */
@NullMarked
package id.pintu.intake.attachments;

import org.jspecify.annotations.NullMarked;
