package id.pintu.standalone.demo;

import id.pintu.account.accounts.HeldRole;
import id.pintu.account.accounts.LinkPurpose;
import id.pintu.account.accounts.OneTimeLink;
import id.pintu.account.accounts.PersonAccount;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.accounts.AccountRole;
import id.pintu.support.accounts.RoleGrant;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The liaison officer of a demo: an account that has yet to choose a password, by a link that works once. It is written with
 * the rights of the broker's operator; there is no other way to an account without an invitation.
 */
final class DemoOfficer {

    private static final String ID = "demo-officer";
    private static final Duration VALID_FOR = Duration.ofDays(30);

    private DemoOfficer() {}

    /**
     * Makes the account, or makes it anew.
     *
     * @param institution whose liaison officer it is
     * @return the link
     */
    static String invite(KafkaClients broker, ServicePorts ports, String institution, Instant now) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        PersonAccount account = PersonAccount.invited(
                        ID,
                        "petugas@demo.example",
                        "Petugas Demo",
                        now,
                        HeldRole.permanent(RoleGrant.within(AccountRole.LIAISON_OFFICER, institution)))
                .withLink(OneTimeLink.of(LinkPurpose.INVITATION, token, now.plus(VALID_FOR)));
        try (KafkaProducer<byte[], byte[]> producer = broker.producer(Map.of())) {
            producer.send(new ProducerRecord<>(
                            TopicNames.ACCOUNTS,
                            ID.getBytes(StandardCharsets.UTF_8),
                            WireJsonMapper.MAPPER.writeValueAsBytes(account)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the account cannot be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return ports.accounts() + "/undangan?kunci=" + token;
    }
}
