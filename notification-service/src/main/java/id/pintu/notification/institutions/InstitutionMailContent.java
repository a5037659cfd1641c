package id.pintu.notification.institutions;

import id.pintu.events.InstitutionRef;

/** What a mail to an institution says: the digest of a day, or that clocks have run out. */
public sealed interface InstitutionMailContent permits InstitutionDigest, ExpiredClocks {

    InstitutionRef institution();
}
