package id.pintu.routing.http.registry;

import id.pintu.events.InstitutionContact;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.contacts.InstitutionContactRegister;
import id.pintu.support.audit.PersonalData;
import id.pintu.support.http.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST controller of the contacts of an institution, who are told by mail what is due and what is late. Only the desk, which
 * changes the registry, sees and changes them; they are in no other view of the registry, and in no history.
 */
@RestController
@RequestMapping("/v1/registry/institutions/{code}/contacts")
class InstitutionContactsController {

    private final Supplier<InstitutionRegistry> registry;
    private final InstitutionContactRegister register;
    private final InstantSource clock;

    InstitutionContactsController(
            Supplier<InstitutionRegistry> registry, InstitutionContactRegister register, InstantSource clock) {
        this.registry = registry;
        this.register = register;
        this.clock = clock;
    }

    /** Shows the contacts of an institution. */
    @GetMapping
    @PersonalData
    InstitutionContactsView show(@PathVariable String code) {
        requireInstitution(code);
        return InstitutionContactsView.of(register.of(code));
    }

    /** Replaces the contacts of an institution. */
    @PutMapping
    InstitutionContactsView put(@PathVariable String code, @RequestBody InstitutionContactsForm form) {
        requireInstitution(code);
        register.replace(code, form.toContacts(register.of(code), clock.instant()));
        return InstitutionContactsView.of(register.of(code));
    }

    /** Erases the contacts of an institution, which gets no more mails. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String code) {
        requireInstitution(code);
        register.replace(code, List.of());
    }

    private void requireInstitution(String code) {
        if (registry.get().institution(code).isEmpty()) {
            throw ProblemException.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-institution",
                    "There is no institution " + code + "; a unit has the contacts of its institution.");
        }
    }

    /** Response: the contacts of an institution. */
    record InstitutionContactsView(List<InstitutionContactView> contacts) {

        static InstitutionContactsView of(List<InstitutionContact> contacts) {
            return new InstitutionContactsView(
                    contacts.stream().map(InstitutionContactView::of).toList());
        }
    }

    /**
     * @param role liaison, admin or head
     * @param language of the mails: id or en
     */
    record InstitutionContactView(String role, String email, String language) {

        static InstitutionContactView of(InstitutionContact contact) {
            return new InstitutionContactView(
                    contact.role().name().toLowerCase(Locale.ROOT),
                    contact.email(),
                    contact.language().name().toLowerCase(Locale.ROOT));
        }
    }
}
