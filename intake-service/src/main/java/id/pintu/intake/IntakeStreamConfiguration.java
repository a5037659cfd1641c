package id.pintu.intake;

import com.mongodb.client.MongoDatabase;
import id.pintu.intake.mongo.IdempotencyClaimStore;
import id.pintu.intake.reporter.IntakeState;
import id.pintu.intake.reporter.ReporterCommand;
import id.pintu.intake.reporter.ReporterCommandDecider;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.CommandSender;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.categories.CategoryCatalog;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.regions.RegionCatalog;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything intake-service hears and says. */
@Configuration(proxyBeanMethods = false)
class IntakeStreamConfiguration {

    /** Hears what reporters ask (intake.commands) and how complaints end; says complaint-submitted, -replied, -withdrawn, -contested, -rated. */
    @Bean
    EventProcessor<IntakeState> reporting(
            SnapshotStore<IntakeState> snapshots, CommandCodec<ReporterCommand> commands, InstantSource clock) {
        ReporterCommandDecider rules = new ReporterCommandDecider();
        return EventProcessor.of("intake", rules, snapshots, clock).withCommands(commands, rules);
    }

    @Bean
    SnapshotStore<IntakeState> snapshotStore(MongoDatabase database) {
        return new SnapshotStore<>(database, IntakeState.class);
    }

    @Bean
    IdempotencyClaimStore idempotencyClaimStore(MongoDatabase database) {
        return new IdempotencyClaimStore(database);
    }

    @Bean
    CommandCodec<ReporterCommand> reporterCommands() {
        return new CommandCodec<>(ReporterCommand.class);
    }

    @Bean
    CommandGateway<ReporterCommand> commandGateway(
            CommandSender commands,
            CommandCodec<ReporterCommand> json,
            SnapshotStore<IntakeState> snapshots,
            InstantSource clock) {
        return new CommandGateway<>(commands, json, snapshots, clock);
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
