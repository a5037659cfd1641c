package id.pintu.account.kafka;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.CommandSender;
import id.pintu.support.accounts.TokenRevocation;
import id.pintu.support.accounts.TokenRevocationIndex;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Tells all services, by the compacted topic {@code token-revocations}, which tokens they refuse from now on. */
public final class TokenRevoker {

    private final CommandSender sender;
    private final InstantSource clock;

    TokenRevoker(CommandSender sender, InstantSource clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /** Revokes the tokens of one sign-in. */
    public void revokeSignIn(String signInId) {
        send(TokenRevocationIndex.sessionKey(signInId));
    }

    /** Revokes all tokens of an account that were issued until now. */
    public void revokeAccount(String accountId) {
        send(TokenRevocationIndex.accountKey(accountId));
    }

    private void send(String key) {
        sender.send(new ProducerRecord<>(
                        TokenRevocationIndex.TOPIC,
                        key.getBytes(StandardCharsets.UTF_8),
                        WireJsonMapper.MAPPER.writeValueAsBytes(new TokenRevocation(clock.instant()))))
                .join();
    }
}
