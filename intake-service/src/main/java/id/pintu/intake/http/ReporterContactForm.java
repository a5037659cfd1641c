package id.pintu.intake.http;

import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.support.contacts.EmailAddress;
import id.pintu.support.contacts.PersonName;
import id.pintu.support.contacts.TelephoneNumber;
import id.pintu.support.http.ProblemException.ProblemFieldError;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Contact of the reporter; an e-mail address takes precedence over a telephone number.
 *
 * @param name letters, spaces and {@code . ' , -}; at most 100 characters
 * @param email with a domain that has a dot
 * @param phone with its country code, or an Indonesian one without; a landline gets no SMS
 * @param emailVerified whether the channel verified the address itself, which its key must permit
 */
record ReporterContactForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Boolean emailVerified) {

    /**
     * The contact in its canonical form.
     *
     * @param prefix of the names of fields, such as {@code contact.}
     * @param mayVerify whether the request comes from who verifies addresses himself
     * @param errors to which invalid fields are added; those are empty in the contact
     */
    ReporterContact read(String prefix, boolean mayVerify, List<ProblemFieldError> errors) {
        Optional<String> canonicalEmail = read(
                email,
                typed -> EmailAddress.parse(typed).map(EmailAddress::value),
                new ProblemFieldError(prefix + "email", "is not an e-mail address such as nama@example.org"),
                errors);
        if (Boolean.TRUE.equals(emailVerified) && !mayVerify) {
            errors.add(new ProblemFieldError(
                    prefix + "emailVerified", "may be stated only with the key of a channel that verifies addresses"));
        }
        return new ReporterContact(
                read(
                        name,
                        typed -> PersonName.parse(typed).map(PersonName::value),
                        new ProblemFieldError(
                                prefix + "name",
                                "has letters, spaces and . ' , - only, at most 100 characters, and is no address"),
                        errors),
                canonicalEmail,
                read(
                        phone,
                        typed -> TelephoneNumber.parse(typed).map(TelephoneNumber::value),
                        new ProblemFieldError(prefix + "phone", "is not a telephone number that can be called"),
                        errors),
                canonicalEmail.map(address -> Boolean.TRUE.equals(emailVerified)));
    }

    /** The channel by which the reporter can be notified. */
    static ContactChannel reachableBy(ReporterContact contact) {
        if (contact.email().isPresent()) {
            return ContactChannel.EMAIL;
        }
        return contact.phone()
                        .flatMap(TelephoneNumber::parse)
                        .filter(TelephoneNumber::receivesSms)
                        .isPresent()
                ? ContactChannel.SMS
                : ContactChannel.NONE;
    }

    private static Optional<String> read(
            @Nullable String typed,
            Function<String, Optional<String>> parser,
            ProblemFieldError error,
            List<ProblemFieldError> errors) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        Optional<String> canonical = parser.apply(typed);
        if (canonical.isEmpty()) {
            errors.add(error);
        }
        return canonical;
    }
}
