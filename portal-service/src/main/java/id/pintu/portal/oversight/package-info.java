/**
 * Oversight of provinces and of the nation: a few facts about each complaint, kept in memory for all complaints, and the figures
 * counted from them. Pure: depends on the JDK, jspecify and the event contract only.
 */
@NullMarked
package id.pintu.portal.oversight;

import org.jspecify.annotations.NullMarked;
