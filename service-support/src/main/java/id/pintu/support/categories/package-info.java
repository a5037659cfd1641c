/** Categories of complaints, as LAPOR! lists them, for forms and for the validation of submissions. */
@NullMarked
package id.pintu.support.categories;

import org.jspecify.annotations.NullMarked;
