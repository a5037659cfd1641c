/** What institutions, the national desk and the operator ask over HTTP. */
@NullMarked
package id.pintu.routing.http;

import org.jspecify.annotations.NullMarked;
