/** {@code pintu measure}: how well the house does what it promises, on data that somebody else has judged. */
@NullMarked
package id.pintu.standalone.evaluation;

import org.jspecify.annotations.NullMarked;
