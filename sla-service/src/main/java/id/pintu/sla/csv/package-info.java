/** The table of holidays and cuti bersama, as the yearly joint decrees of three ministers (SKB 3 Menteri) set them. */
@NullMarked
package id.pintu.sla.csv;

import org.jspecify.annotations.NullMarked;
