/** Service that accepts reports from every channel and emits each as one {@code complaint-submitted} event. */
@NullMarked
package id.pintu.intake;

import org.jspecify.annotations.NullMarked;
