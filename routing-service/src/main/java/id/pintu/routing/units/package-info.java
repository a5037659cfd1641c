/**
 * Which unit (OPD, SKPD, directorate) of an institution should get a complaint: learnt from the institution's own dispositions,
 * and by the rules and the usual units before there are any. Pure.
 */
@NullMarked
package id.pintu.routing.units;

import org.jspecify.annotations.NullMarked;
