/**
 * Explanations of routing decisions in Indonesian and English: the only place where a
 * {@link id.pintu.events.RoutingReason} becomes sentences. Both languages are written side by side, so that neither can
 * be left out. Pure: no input or output.
 */
@NullMarked
package id.pintu.support.explanations;

import org.jspecify.annotations.NullMarked;
