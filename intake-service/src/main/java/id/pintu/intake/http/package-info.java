/** The doors that speak HTTP: the report form's API, the SMS gateway's call, the reporter's own actions. */
@NullMarked
package id.pintu.intake.http;

import org.jspecify.annotations.NullMarked;
