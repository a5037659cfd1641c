/** account-service: persons and programs, their roles, and the tokens with which they use the other services. */
@NullMarked
package id.pintu.account;

import org.jspecify.annotations.NullMarked;
