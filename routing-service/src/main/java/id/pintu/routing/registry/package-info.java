/** Registry of institutions: their units, regions, connection to feeds, and whether they are active. Pure. */
@NullMarked
package id.pintu.routing.registry;

import org.jspecify.annotations.NullMarked;
