package id.pintu.notification.delivery;

import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.mongo.ReporterContactRepository;
import id.pintu.notification.notice.NoticeState;
import id.pintu.processing.SnapshotStore;
import java.time.InstantSource;

/** Collaborators that all delivery workers share. */
public record DeliveryDependencies(
        SnapshotStore<NoticeState> snapshots,
        ReporterContactRepository contacts,
        DeliveryLeaseStore leases,
        DeliveryRecorder recorder,
        EmailConfirmationRequester confirmations,
        DeliveryProblemRecorder problems,
        InstantSource clock) {}
