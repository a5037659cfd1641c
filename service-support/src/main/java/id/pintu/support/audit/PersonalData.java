package id.pintu.support.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller's method that shows personal data to an officer or an operator: texts of reports, contacts, names. Each
 * call is an entry of the audit log, written before the method runs: where it cannot be written, the answer is 503.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonalData {}
