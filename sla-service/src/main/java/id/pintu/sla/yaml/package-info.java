/** YAML format of the policies; errors name file, line and reason. */
@NullMarked
package id.pintu.sla.yaml;

import org.jspecify.annotations.NullMarked;
