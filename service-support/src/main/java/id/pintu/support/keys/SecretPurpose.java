package id.pintu.support.keys;

import java.util.Locale;

/** Purpose of a secret of the installation; each can have a secret of its own, property {@code pintu.secrets.<purpose>}. */
public enum SecretPurpose {
    /** Tracking numbers, which are also the complaints' ids. */
    TRACKING_NUMBERS,
    /** Keys by which reporters act on their complaints. */
    REPORTER_KEYS,
    /** Keys of institutions and of the national desk. */
    INSTITUTION_KEYS,
    /** Keys of channels such as an SMS gateway, and the signatures of their records in the topic {@code keys}. */
    CHANNEL_KEYS,
    /** Token of the operator. */
    OPERATOR,
    /** Keyed hashes of contacts, by which a repeated submission with another contact is noticed. */
    CONTACT_HASHES,
    /** Signatures of links that confirm an e-mail address. */
    EMAIL_CONFIRMATIONS,
    /** Ids of uploaded files, and passes by which intake-service shows an attachment to another service's caller. */
    ATTACHMENTS,
    /** Encryption of what is secret in accounts, and the link by which the first administrator is set up. */
    ACCOUNTS,
    /** Secrets with which Pintu's own OAuth clients, such as the portal, authenticate at account-service. */
    OAUTH_CLIENTS,
    /** Passwords of the services at the broker; only who makes the broker's users needs this one. */
    BROKER_LOGINS,
    /** Hashes of the audit log; only the service that keeps its chain, and its verification, need this one. */
    AUDIT;

    /** Name in properties, such as {@code reporter-keys}. */
    public String propertyName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
