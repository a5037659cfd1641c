package id.pintu.account.signin;

import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.kafka.AccountStore;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Spring Security's repository of the owners of passkeys: accounts, whose id is both user name and user handle. */
@Component
class PasskeyUserRepository implements PublicKeyCredentialUserEntityRepository {

    private final AccountStore accounts;

    PasskeyUserRepository(AccountStore accounts) {
        this.accounts = accounts;
    }

    static Bytes userId(String accountId) {
        return new Bytes(accountId.getBytes(StandardCharsets.UTF_8));
    }

    static String accountId(Bytes userId) {
        return new String(userId.getBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes userId) {
        return findByUsername(accountId(userId));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String accountId) {
        return accounts.find(accountId)
                .map(account -> entity(account, account.id()))
                .orElse(null);
    }

    /** The entity with a name by which its owner knows it, for the dialogue of the browser. */
    PublicKeyCredentialUserEntity forDialogue(String accountId) {
        PersonAccount account = accounts.find(accountId).orElseThrow();
        return entity(account, account.email());
    }

    /** Accounts are made by invitation only. */
    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("accounts are made by invitation");
    }

    @Override
    public void delete(Bytes userId) {
        throw new UnsupportedOperationException("accounts are removed by their administrators");
    }

    private static PublicKeyCredentialUserEntity entity(PersonAccount account, String name) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(userId(account.id()))
                .name(name)
                .displayName(account.name())
                .build();
    }
}
