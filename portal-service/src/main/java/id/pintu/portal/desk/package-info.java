/**
 * HTTP clients for the part of routing-service that the national desk's page needs: queues, actions, registry. The
 * portal decides nothing here and stores nothing; it sends the officer's key along and shows the response.
 */
@NullMarked
package id.pintu.portal.desk;

import org.jspecify.annotations.NullMarked;
