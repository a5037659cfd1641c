package id.pintu.account.mail;

import id.pintu.account.AccountServiceProperties;
import id.pintu.account.accounts.HeldRole;
import id.pintu.account.accounts.LinkPurpose;
import id.pintu.account.accounts.OneTimeLink;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.account.kafka.AccountStore;
import id.pintu.account.signin.SignInAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Component;

/** Makes, sends and accepts one-time links. A new link of an account ends the one before. */
@Component
public class OneTimeLinkService implements AutoCloseable {

    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(5);
    private static final int MAX_WAITING = 1_000;

    private final AccountStore accounts;
    private final AccountMailSender mails;
    private final AccountServiceProperties properties;
    private final InstantSource clock;
    private final ExecutorService later = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofVirtual().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    private final StringKeyGenerator tokens =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);

    OneTimeLinkService(
            AccountStore accounts, AccountMailSender mails, AccountServiceProperties properties, InstantSource clock) {
        this.accounts = accounts;
        this.mails = mails;
        this.properties = properties;
        this.clock = clock;
    }

    /** Sends a link to the address of an account: an invitation until it is accepted, a new password afterwards. */
    public void send(PersonAccount account) {
        LinkPurpose purpose = account.isActivated() ? LinkPurpose.RESET : LinkPurpose.INVITATION;
        Duration validFor = purpose == LinkPurpose.RESET ? properties.resets() : properties.invitations();
        String token = tokens.generateKey();
        OneTimeLink link = OneTimeLink.of(purpose, token, clock.instant().plus(validFor));
        accounts.change(account.id(), current -> current.withLink(link));
        String page = purpose == LinkPurpose.RESET ? SignInAddress.RESET : SignInAddress.INVITATION;
        mails.sendLink(account, purpose, properties.page(page + "?kunci=" + token));
    }

    /**
     * Sends a new password's link, or an invitation again, to whoever has this address, later: how long the answer takes tells
     * nobody whether there is such an account. A link that was sent in the last minutes stays the latest.
     */
    public void sendLater(String email) {
        later.execute(() -> accounts.findByEmail(email)
                .filter(account -> !wasJustSent(account))
                .ifPresent(this::send));
    }

    private boolean wasJustSent(PersonAccount account) {
        return account.link()
                .filter(link -> link.expiresAt()
                        .minus(link.purpose() == LinkPurpose.RESET ? properties.resets() : properties.invitations())
                        .plus(BETWEEN_MAILS)
                        .isAfter(clock.instant()))
                .isPresent();
    }

    @Override
    public void close() {
        later.shutdownNow();
    }

    /** The account whose link has this token; empty when it was used, replaced or has expired. */
    public Optional<PersonAccount> find(String token) {
        return accounts.findByLink(token)
                .filter(account -> account.link()
                        .filter(link -> link.isValidAt(clock.instant()))
                        .isPresent());
    }

    /**
     * Sets the password of the account whose link this is, once.
     *
     * @param removePasskeys whether its passkeys are removed as well: one may be a stranger's
     * @return the account; empty when the link was used meanwhile
     */
    public Optional<PersonAccount> use(String token, String passwordHash, boolean removePasskeys) {
        return find(token)
                .flatMap(account -> accounts.change(
                        account.id(),
                        current -> current.link().equals(account.link())
                                ? changed(current, passwordHash, removePasskeys)
                                : current))
                .filter(account ->
                        account.passwordHash().filter(passwordHash::equals).isPresent());
    }

    private static PersonAccount changed(PersonAccount account, String passwordHash, boolean removePasskeys) {
        PersonAccount changed = account.withPassword(passwordHash);
        return removePasskeys ? changed.withoutPasskeys() : changed;
    }

    /** Tells the owner of an account which role it was given: who did not expect it can give it up. */
    public void tellOfRole(PersonAccount account, HeldRole role) {
        mails.sendRole(account, role.roleGrant(), properties.page(SignInAddress.ACCOUNT));
    }
}
