/** Access rules: who may call which path, in one table from which the security chain and the documentation are made. */
@NullMarked
package id.pintu.support.access;

import org.jspecify.annotations.NullMarked;
