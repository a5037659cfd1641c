package id.pintu.support.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller, or a method, whose acts are no entries of the audit log, because another record has each of them.
 * Refused attempts are entries all the same.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RecordedElsewhere {

    /** Where: the ledger, or the service that is called with the same caller's authority. */
    String value();
}
