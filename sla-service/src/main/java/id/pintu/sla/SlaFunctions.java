package id.pintu.sla;

import com.mongodb.client.MongoDatabase;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.sla.clock.ClockKeeper;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.OpenClocks;
import id.pintu.sla.kafka.Timers;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything sla-service hears and says. */
@Configuration(proxyBeanMethods = false)
class SlaFunctions {

    /** Hears every step of a complaint; says deadline-set, deadline-met, deadline-paused, complaint-closed (rated). */
    @Bean
    Clerk<ComplaintClocks> clocks(SlaProperties sla, Casebook<ComplaintClocks> casebook, InstantSource clock) {
        return Clerk.of("sla", new ClockDecider(new ClockKeeper(sla.calendar(), sla.allLimits())), casebook, clock);
    }

    /** Hears the same, and time; says deadline-neared, deadline-missed, complaint-closed (silence). */
    @Bean
    Timers timers(SlaProperties sla, @Value("${spring.kafka.bootstrap-servers}") String servers, InstantSource clock) {
        return new Timers(servers, clock, () -> new OpenClocks(sla.recipients()));
    }

    @Bean
    Casebook<ComplaintClocks> casebook(MongoDatabase database) {
        return new Casebook<>(database, ComplaintClocks.class);
    }
}
