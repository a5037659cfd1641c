/**
 * The way to routing-service, for the national desk's page: what waits, and what the desk decides. The portal decides
 * nothing here and keeps nothing; it shows what the desk's HTTP interface answers to the desk's own key.
 */
@NullMarked
package id.pintu.portal.desk;

import org.jspecify.annotations.NullMarked;
