/**
 * Why a complaint went where it did, told to people: the only place where a {@code Reason} becomes a sentence. Both
 * languages stand side by side, so that neither can be forgotten. Pure.
 */
@NullMarked
package id.pintu.support.explanations;

import org.jspecify.annotations.NullMarked;
