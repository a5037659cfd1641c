/**
 * Document store of the all-in-one server: MongoDB's wire protocol by mongo-java-server, kept in a RocksDB database in the data
 * directory (docs/adr/0060-documents-on-disk.md).
 */
@NullMarked
package id.pintu.standalone.documents;

import org.jspecify.annotations.NullMarked;
