/** What other services answer to a request that they refuse: limits, and fields that are wrong. */
@NullMarked
package id.pintu.portal.remote;

import org.jspecify.annotations.NullMarked;
