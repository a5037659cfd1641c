/** One-time links: invitations and new passwords, sent by mail. */
@NullMarked
package id.pintu.account.mail;

import org.jspecify.annotations.NullMarked;
