package id.pintu.account.kafka;

import id.pintu.account.accounts.OneTimeLink;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * All accounts, in memory and in the compacted topic {@code accounts}. A change is acknowledged by every in-sync replica
 * before it is visible here. One instance of account-service writes: two would overwrite each other's changes.
 */
public final class AccountStore {

    private final CommandSender sender;
    private final Map<String, PersonAccount> accounts = new ConcurrentHashMap<>();

    /** How many records of an account this instance has written and not read yet. */
    private final Map<String, Integer> unread = new HashMap<>();

    public AccountStore(CommandSender sender) {
        this.sender = sender;
    }

    public Optional<PersonAccount> find(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    public Optional<PersonAccount> findByEmail(String email) {
        String wanted = PersonAccount.normalised(email);
        return accounts.values().stream()
                .filter(each -> each.email().equals(wanted))
                .findFirst();
    }

    /** The account to which a one-time link with this token was sent, valid or not. */
    public Optional<PersonAccount> findByLink(String token) {
        OneTimeLink.Matcher link = OneTimeLink.matcher(token);
        return accounts.values().stream()
                .filter(each -> each.link().filter(link::matches).isPresent())
                .findFirst();
    }

    /** All accounts, by name. */
    public List<PersonAccount> all() {
        Collection<PersonAccount> now = accounts.values();
        return now.stream()
                .sorted(Comparator.comparing(PersonAccount::name).thenComparing(PersonAccount::id))
                .toList();
    }

    /**
     * Adds an account.
     *
     * @return false when there is one with this e-mail address
     */
    public synchronized boolean add(PersonAccount account) {
        if (findByEmail(account.email()).isPresent()) {
            return false;
        }
        write(account);
        return true;
    }

    /** Changes an account; returns it as it is then, or empty when there is none. */
    public synchronized Optional<PersonAccount> change(String id, UnaryOperator<PersonAccount> change) {
        Optional<PersonAccount> changed = find(id).map(change);
        changed.filter(account -> !account.equals(accounts.get(id))).ifPresent(this::write);
        return changed;
    }

    /** Takes over a record of the topic, unless this instance wrote it: then it is here already, or a later one is. */
    synchronized void put(PersonAccount account) {
        Integer own = unread.get(account.id());
        if (own == null) {
            accounts.put(account.id(), account);
        } else if (own == 1) {
            unread.remove(account.id());
        } else {
            unread.put(account.id(), own - 1);
        }
    }

    synchronized void remove(String id) {
        accounts.remove(id);
    }

    private void write(PersonAccount account) {
        sender.send(new ProducerRecord<>(
                        TopicNames.ACCOUNTS,
                        account.id().getBytes(StandardCharsets.UTF_8),
                        WireJsonMapper.MAPPER.writeValueAsBytes(account)))
                .join();
        unread.merge(account.id(), 1, Integer::sum);
        accounts.put(account.id(), account);
    }
}
