/** CSV formats: the table of holidays and cuti bersama (from the yearly SKB 3 Menteri), and the table of oversight figures. */
@NullMarked
package id.pintu.sla.csv;

import org.jspecify.annotations.NullMarked;
