/**
 * Actions of institutions on their complaints: what they say with each, over HTTP and as records of the topics {@code
 * agency-actions.CODE}.
 */
@NullMarked
package id.pintu.routing.actions;

import org.jspecify.annotations.NullMarked;
