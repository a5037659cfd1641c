package id.pintu.events;

import java.time.Instant;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * One person or mailbox of an institution that is told of its complaints by mail.
 *
 * @param role decides what it is told of
 * @param email address in canonical form
 * @param language of the mails
 * @param since when it was entered; nothing that happened before is told at once
 */
public record InstitutionContact(ContactRole role, String email, ContactLanguage language, Instant since) {

    /** Role of a contact at its institution. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    public enum ContactRole {
        LIAISON,
        ADMIN,
        /** Head of the institution, to whom a late complaint is escalated. */
        HEAD
    }

    /** Language of the mails to a contact. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    public enum ContactLanguage {
        ID,
        EN
    }

    /** Without the address, so that a log line never contains it. */
    @Override
    public String toString() {
        return "InstitutionContact[" + role + "]";
    }
}
