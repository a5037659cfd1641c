package id.pintu.sla;

import com.mongodb.client.MongoDatabase;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.sla.calendar.Almanac;
import id.pintu.sla.clock.ClockKeeper;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Deadlines;
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
    Clerk<ComplaintClocks> clocks(Deadlines deadlines, Casebook<ComplaintClocks> casebook, InstantSource clock) {
        return Clerk.of("sla", new ClockDecider(new ClockKeeper(deadlines)), casebook, clock);
    }

    /** Hears the same, and time; says deadline-neared, deadline-missed, deadline-moved, complaint-closed (silence). */
    @Bean
    Timers timers(
            Deadlines deadlines, @Value("${spring.kafka.bootstrap-servers}") String servers, InstantSource clock) {
        return new Timers(servers, clock, () -> new OpenClocks(deadlines));
    }

    @Bean
    Deadlines deadlines(SlaProperties sla) {
        Almanac almanac = sla.almanac();
        return new Deadlines(() -> almanac, sla.allPolicies());
    }

    @Bean
    Casebook<ComplaintClocks> casebook(MongoDatabase database) {
        return new Casebook<>(database, ComplaintClocks.class);
    }
}
