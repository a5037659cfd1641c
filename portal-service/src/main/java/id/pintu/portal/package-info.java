/** portal-service: web pages and public API to file a report and track it, and the page of the national desk. */
@NullMarked
package id.pintu.portal;

import org.jspecify.annotations.NullMarked;
