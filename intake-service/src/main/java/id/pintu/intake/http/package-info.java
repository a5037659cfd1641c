/** REST controllers of intake-service: report submission, the SMS gateway's webhook, the reporter's actions. */
@NullMarked
package id.pintu.intake.http;

import org.jspecify.annotations.NullMarked;
