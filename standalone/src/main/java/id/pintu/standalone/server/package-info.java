/**
 * All-in-one server: the Kafka broker, a MongoDB-compatible store and the five services in one JVM, with one data
 * directory.
 */
@NullMarked
package id.pintu.standalone.server;

import org.jspecify.annotations.NullMarked;
