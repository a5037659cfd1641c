/** What every room of Pintu stands on. One import, {@link id.pintu.house.HouseConfiguration}, moves a service in. */
@NullMarked
package id.pintu.house;

import org.jspecify.annotations.NullMarked;
