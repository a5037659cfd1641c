package id.pintu.account.pages;

import id.pintu.account.AccountServiceProperties;
import id.pintu.account.kafka.AccountStore;
import id.pintu.account.signin.SignInAddress;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Link by which the first administrator makes an account. It follows from the installation's secret, is printed at each start
 * until it was used, and works while no account runs the installation: there is no default password.
 */
@Component
class SetUpLink {

    private final AccountStore accounts;
    private final AccountServiceProperties properties;
    private final String token;

    SetUpLink(AccountStore accounts, AccountServiceProperties properties, InstallationSecrets secrets) {
        this.accounts = accounts;
        this.properties = properties;
        this.token = secrets.current(SecretPurpose.ACCOUNTS).deriveKey("account-set-up");
    }

    boolean accepts(String given) {
        return InstallationSecret.constantTimeEquals(token, given) && isNeeded();
    }

    /** On standard output and not in the log, which many may read. */
    @EventListener(ApplicationReadyEvent.class)
    void print() {
        if (isNeeded()) {
            System.out.println("Nobody can sign in yet. Make the first administrator's account, once, on");
            System.out.println("  " + properties.page(SignInAddress.SET_UP + "?kunci=" + token));
        }
    }

    private boolean isNeeded() {
        return accounts.all().stream()
                .flatMap(account -> account.roles().stream())
                .noneMatch(role -> role.roleGrant().role() == AccountRole.SYSTEM_OPERATOR);
    }
}
