package id.pintu.routing.http.registry;

import id.pintu.events.InstitutionContact;
import id.pintu.events.InstitutionContact.ContactLanguage;
import id.pintu.events.InstitutionContact.ContactRole;
import id.pintu.support.contacts.EmailAddress;
import id.pintu.support.http.ProblemException;
import id.pintu.support.http.ProblemException.ProblemFieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Request: all contacts of an institution, which replace those it had.
 *
 * @param contacts at most 20, each address once
 */
record InstitutionContactsForm(@Nullable List<@Nullable InstitutionContactFields> contacts) {

    private static final int MAX_CONTACTS = 20;

    /**
     * @param role liaison, admin or head
     * @param language of the mails: id or en; id without it
     */
    record InstitutionContactFields(
            @Nullable String role,
            @Nullable String email,
            @Nullable String language) {}

    /**
     * The contacts; one that is known stays as old as it is.
     *
     * @param known contacts that are replaced
     * @throws ProblemException 400, naming each field that is wrong, without its value
     */
    List<InstitutionContact> toContacts(List<InstitutionContact> known, Instant now) {
        if (contacts == null) {
            throw ProblemException.ofField("contacts", "is required; an empty list removes all");
        }
        if (contacts.size() > MAX_CONTACTS) {
            throw ProblemException.ofField("contacts", "has at most " + MAX_CONTACTS + " entries");
        }
        List<ProblemFieldError> errors = new ArrayList<>();
        List<InstitutionContact> valid = new ArrayList<>();
        Set<String> addresses = new HashSet<>();
        for (int i = 0; i < contacts.size(); i++) {
            String field = "contacts[" + i + "]";
            InstitutionContactFields fields = contacts.get(i);
            if (fields == null) {
                errors.add(new ProblemFieldError(field, "is an object with role and email"));
                continue;
            }
            Optional<ContactRole> role = constant(ContactRole.class, fields.role());
            if (role.isEmpty()) {
                errors.add(new ProblemFieldError(field + ".role", "is liaison, admin or head"));
            }
            Optional<ContactLanguage> language = fields.language() == null
                    ? Optional.of(ContactLanguage.ID)
                    : constant(ContactLanguage.class, fields.language());
            if (language.isEmpty()) {
                errors.add(new ProblemFieldError(field + ".language", "is id or en"));
            }
            Optional<String> email = Optional.ofNullable(fields.email())
                    .flatMap(EmailAddress::parse)
                    .map(EmailAddress::value);
            if (email.isEmpty()) {
                errors.add(new ProblemFieldError(
                        field + ".email", "is an e-mail address such as nama@semarangkota.go.id"));
            } else if (!addresses.add(email.get().toLowerCase(Locale.ROOT))) {
                errors.add(new ProblemFieldError(field + ".email", "is given before; each address is given once"));
            }
            if (role.isPresent() && language.isPresent() && email.isPresent()) {
                valid.add(new InstitutionContact(
                        role.get(), email.get(), language.get(), since(known, email.get(), now)));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.ofFields(errors);
        }
        return valid;
    }

    private static Instant since(List<InstitutionContact> known, String email, Instant now) {
        return known.stream()
                .filter(contact -> contact.email().equals(email))
                .map(InstitutionContact::since)
                .findFirst()
                .orElse(now);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .flatMap(name -> List.of(type.getEnumConstants()).stream()
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst());
    }
}
