/**
 * Text classification: a linear SVM on TF-IDF features, trained on verified dispositions, that ranks institutions.
 * Pure.
 */
@NullMarked
package id.pintu.routing.learning;

import org.jspecify.annotations.NullMarked;
