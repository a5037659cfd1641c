@NullMarked
package id.pintu.intake.attachments;

import org.jspecify.annotations.NullMarked;
