/** Who may do what on the Kafka broker: users, passwords and access control lists (ADR 0061, docs/security.md). */
@NullMarked
package id.pintu.standalone.brokeraccess;

import org.jspecify.annotations.NullMarked;
