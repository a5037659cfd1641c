/** Feeds of institutions: what their records say, and reading them over HTTP. */
@NullMarked
package id.pintu.routing.feeds;

import org.jspecify.annotations.NullMarked;
