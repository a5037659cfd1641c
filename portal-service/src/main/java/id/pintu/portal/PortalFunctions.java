package id.pintu.portal;

import com.mongodb.client.MongoDatabase;
import id.pintu.house.categories.Categories;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.house.regions.Regions;
import id.pintu.portal.tracking.Tracking;
import id.pintu.portal.tracking.TrackingDecider;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything portal-service hears and says. */
@Configuration(proxyBeanMethods = false)
class PortalFunctions {

    /** Hears every step of a complaint and every change of its deadline; says nothing. */
    @Bean
    Clerk<Tracking> tracking(Casebook<Tracking> casebook, InstantSource clock) {
        return Clerk.of("portal", new TrackingDecider(), casebook, clock);
    }

    @Bean
    Casebook<Tracking> casebook(MongoDatabase database) {
        return new Casebook<>(database, Tracking.class);
    }

    @Bean
    Categories categories() {
        return Categories.bundled();
    }

    @Bean
    Regions regions() {
        return Regions.bundled();
    }
}
