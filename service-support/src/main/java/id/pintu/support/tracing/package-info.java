/** Request tracing: a server span for each HTTP request, without personal data. */
@NullMarked
package id.pintu.support.tracing;

import org.jspecify.annotations.NullMarked;
