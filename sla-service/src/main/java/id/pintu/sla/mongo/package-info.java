/** MongoDB index of complaints by area, so that an institution's figures are read without those of the nation. */
@NullMarked
package id.pintu.sla.mongo;

import org.jspecify.annotations.NullMarked;
