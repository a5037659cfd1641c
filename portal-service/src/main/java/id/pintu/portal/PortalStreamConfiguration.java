package id.pintu.portal;

import com.mongodb.client.MongoDatabase;
import id.pintu.portal.inbox.InboxEntry;
import id.pintu.portal.inbox.InboxProjection;
import id.pintu.portal.mongo.InboxRepository;
import id.pintu.portal.mongo.TimelineRepository;
import id.pintu.portal.tracking.TrackingProjection;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.attachments.AttachmentPasses;
import id.pintu.support.calendars.WorkingDaysClient;
import id.pintu.support.categories.CategoryCatalog;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.regions.LandmarkCatalog;
import id.pintu.support.regions.RegionCatalog;
import io.micrometer.observation.ObservationRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring configuration of the stream processing: what portal-service consumes, and its stores. */
@Configuration(proxyBeanMethods = false)
class PortalStreamConfiguration {

    /** Consumes the events of complaints and of their deadlines; emits none. */
    @Bean
    EventProcessor<TrackingReadModel> tracking(
            SnapshotStore<TrackingReadModel> snapshots, TimelineRepository timelines, InstantSource clock) {
        TrackingProjection projection = new TrackingProjection();
        return EventProcessor.of("portal", projection, snapshots, clock).withDocuments(timelines.entries(), projection);
    }

    /** Consumes the events of complaints and of their deadlines, in a group of its own; emits none. */
    @Bean
    EventProcessor<InboxEntry> inbox(
            SnapshotStore<InboxEntry> inboxSnapshots, InboxRepository inboxes, InstantSource clock) {
        return EventProcessor.of("portal-inbox", new InboxProjection(), inboxSnapshots, clock)
                .withAfterSaveListener(inboxes::updateFrom);
    }

    @Bean
    SnapshotStore<InboxEntry> inboxSnapshots(MongoDatabase database) {
        return new SnapshotStore<>(database, "inbox-snapshots", InboxEntry.class);
    }

    @Bean
    InboxRepository inboxRepository(MongoDatabase database, RegionCatalog regions) {
        return new InboxRepository(database, regions);
    }

    @Bean
    TimelineRepository timelineRepository(MongoDatabase database) {
        return new TimelineRepository(database);
    }

    @Bean
    SnapshotStore<TrackingReadModel> snapshotStore(MongoDatabase database) {
        return new SnapshotStore<>(database, TrackingReadModel.class);
    }

    @Bean
    AttachmentPasses attachmentPasses(InstallationSecrets secrets) {
        return new AttachmentPasses(secrets);
    }

    @Bean
    CategoryCatalog categories() {
        return CategoryCatalog.bundled();
    }

    @Bean
    RegionCatalog regions() {
        return RegionCatalog.bundled();
    }

    @Bean
    LandmarkCatalog landmarks() {
        return LandmarkCatalog.bundled();
    }

    @Bean
    WorkingDaysClient workingDays(PortalProperties properties, ObservationRegistry observations) {
        return new WorkingDaysClient(properties.sla(), observations);
    }
}
