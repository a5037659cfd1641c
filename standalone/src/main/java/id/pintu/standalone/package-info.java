/** The whole house in one JVM: a real broker, a document store, the five services, and the command line {@code pintu}. */
@NullMarked
package id.pintu.standalone;

import org.jspecify.annotations.NullMarked;
