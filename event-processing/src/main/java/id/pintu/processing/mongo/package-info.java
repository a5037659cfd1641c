/** Connection to MongoDB, as every service uses it, and the indexes of its collections. */
@NullMarked
package id.pintu.processing.mongo;

import org.jspecify.annotations.NullMarked;
