/** OpenAPI document of each service at {@code /v3/api-docs}, generated on request from the controllers. */
@NullMarked
package id.pintu.support.openapi;

import org.jspecify.annotations.NullMarked;
