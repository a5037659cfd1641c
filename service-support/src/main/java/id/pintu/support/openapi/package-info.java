/** What each service tells integrators of its HTTP edge, at {@code /v3/api-docs}: read off the code, on request. */
@NullMarked
package id.pintu.support.openapi;

import org.jspecify.annotations.NullMarked;
