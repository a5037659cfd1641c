package id.pintu.portal;

import com.mongodb.client.MongoDatabase;
import id.pintu.portal.tracking.TrackingProjection;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.categories.CategoryCatalog;
import id.pintu.support.regions.RegionCatalog;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything portal-service hears and says. */
@Configuration(proxyBeanMethods = false)
class PortalStreamConfiguration {

    /** Hears every step of a complaint and every change of its deadline; says nothing. */
    @Bean
    EventProcessor<TrackingReadModel> tracking(SnapshotStore<TrackingReadModel> snapshots, InstantSource clock) {
        return EventProcessor.of("portal", new TrackingProjection(), snapshots, clock);
    }

    @Bean
    SnapshotStore<TrackingReadModel> snapshotStore(MongoDatabase database) {
        return new SnapshotStore<>(database, TrackingReadModel.class);
    }

    @Bean
    CategoryCatalog categories() {
        return CategoryCatalog.bundled();
    }

    @Bean
    RegionCatalog regions() {
        return RegionCatalog.bundled();
    }
}
