package id.pintu.account.signin;

import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.accounts.StoredPasskey;
import id.pintu.account.kafka.AccountStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Spring Security's repository of passkeys, over the accounts that they belong to. */
@Component
class PasskeyRepository implements UserCredentialRepository {

    private final AccountStore accounts;

    PasskeyRepository(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public void delete(Bytes credentialId) {
        String id = credentialId.toBase64UrlString();
        owner(id).ifPresent(owner -> accounts.change(owner.id(), account -> account.withoutPasskey(id)));
    }

    @Override
    public void save(CredentialRecord record) {
        accounts.change(
                PasskeyUserRepository.accountId(record.getUserEntityUserId()),
                account -> account.withPasskey(toPasskey(record)));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        String id = credentialId.toBase64UrlString();
        return owner(id)
                .flatMap(account -> account.passkeys().stream()
                        .filter(each -> each.id().equals(id))
                        .map(each -> toRecord(account, each))
                        .findFirst())
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return accounts.find(PasskeyUserRepository.accountId(userId)).stream()
                .flatMap(account -> account.passkeys().stream().map(each -> toRecord(account, each)))
                .toList();
    }

    private Optional<PersonAccount> owner(String credentialId) {
        return accounts.all().stream()
                .filter(account ->
                        account.passkeys().stream().anyMatch(each -> each.id().equals(credentialId)))
                .findFirst();
    }

    private static StoredPasskey toPasskey(CredentialRecord record) {
        return new StoredPasskey(
                record.getCredentialId().toBase64UrlString(),
                new Bytes(record.getPublicKey().getBytes()).toBase64UrlString(),
                record.getSignatureCount(),
                record.isUvInitialized(),
                record.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .toList(),
                record.isBackupEligible(),
                record.isBackupState(),
                Optional.ofNullable(record.getAttestationObject()).map(Bytes::toBase64UrlString),
                Optional.ofNullable(record.getAttestationClientDataJSON()).map(Bytes::toBase64UrlString),
                record.getLabel(),
                record.getCreated(),
                record.getLastUsed());
    }

    private static CredentialRecord toRecord(PersonAccount account, StoredPasskey passkey) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(passkey.id()))
                .userEntityUserId(PasskeyUserRepository.userId(account.id()))
                .publicKey(new ImmutablePublicKeyCose(
                        Bytes.fromBase64(passkey.publicKey()).getBytes()))
                .signatureCount(passkey.signatureCount())
                .uvInitialized(passkey.userVerified())
                .transports(passkey.transports().stream()
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(passkey.backupEligible())
                .backupState(passkey.backedUp())
                .attestationObject(passkey.attestation().map(Bytes::fromBase64).orElse(null))
                .attestationClientDataJSON(
                        passkey.attestationData().map(Bytes::fromBase64).orElse(null))
                .label(passkey.label())
                .created(passkey.created())
                .lastUsed(passkey.lastUsed())
                .build();
    }
}
