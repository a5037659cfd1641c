/** How governments are organised: the units local governments have, and who watches over whose officers. Pure. */
@NullMarked
package id.pintu.routing.government;

import org.jspecify.annotations.NullMarked;
