/** REST API of routing-service for institutions, the national desk and the operator. */
@NullMarked
package id.pintu.routing.http;

import org.jspecify.annotations.NullMarked;
