package id.pintu.notification.institutions;

import id.pintu.events.InstitutionContact;
import id.pintu.notification.institutions.ExpiredClocks.ExpiredClock;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Mail to one contact of an institution.
 *
 * @param id derived from recipient and content, so that the same mail has one id, whoever composes it and when
 * @param recipient keyed hash of the address
 */
public record InstitutionMail(UUID id, InstitutionContact to, String recipient, InstitutionMailContent content) {

    /** The digest of a day. It has one id whatever it says. */
    static InstitutionMail of(InstitutionContact to, String recipient, InstitutionDigest digest) {
        return new InstitutionMail(
                id("digest", digest.institution().code(), digest.day().toString(), recipient), to, recipient, digest);
    }

    /** One mail about these clocks. */
    static InstitutionMail of(InstitutionContact to, String recipient, ExpiredClocks expired) {
        return new InstitutionMail(
                id(
                        "expired",
                        expired.institution().code(),
                        expired.clocks().stream()
                                .map(clock -> clock.expiry().event().toString())
                                .sorted()
                                .collect(Collectors.joining(",")),
                        recipient),
                to,
                recipient,
                expired);
    }

    /** The events that it tells of; none for a digest. */
    public Set<UUID> events() {
        return switch (content) {
            case InstitutionDigest digest -> Set.of();
            case ExpiredClocks expired ->
                expired.clocks().stream()
                        .map(ExpiredClock::expiry)
                        .map(ClockExpiry::event)
                        .collect(Collectors.toUnmodifiableSet());
        };
    }

    /** Name of its kind in metrics and logs. */
    public String kind() {
        return switch (content) {
            case InstitutionDigest digest -> "digest";
            case ExpiredClocks expired -> "expired";
        };
    }

    private static UUID id(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("/", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Without the address, so that a log line never contains it. */
    @Override
    public String toString() {
        return "InstitutionMail[" + kind() + " " + content.institution().code() + " " + id + "]";
    }
}
