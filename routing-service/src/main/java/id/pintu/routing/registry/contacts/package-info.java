/** Contacts of institutions: a part of the registry in a topic of its own, which few may read. */
@NullMarked
package id.pintu.routing.registry.contacts;

import org.jspecify.annotations.NullMarked;
