package id.pintu.intake;

import com.mongodb.client.MongoDatabase;
import id.pintu.house.categories.Categories;
import id.pintu.house.http.CommandGate;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.house.ledger.CommandJson;
import id.pintu.house.ledger.Commands;
import id.pintu.house.regions.Regions;
import id.pintu.intake.reporting.ReporterCommand;
import id.pintu.intake.reporting.ReporterRules;
import id.pintu.intake.reporting.Reporting;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything intake-service hears and says. */
@Configuration(proxyBeanMethods = false)
class IntakeFunctions {

    /** Hears what reporters ask (intake.commands) and how complaints end; says complaint-submitted, -replied, -withdrawn, -contested, -rated. */
    @Bean
    Clerk<Reporting> reporting(
            Casebook<Reporting> casebook, CommandJson<ReporterCommand> commands, InstantSource clock) {
        ReporterRules rules = new ReporterRules();
        return Clerk.of("intake", rules, casebook, clock).taking(commands, rules);
    }

    @Bean
    Casebook<Reporting> casebook(MongoDatabase database) {
        return new Casebook<>(database, Reporting.class);
    }

    @Bean
    CommandJson<ReporterCommand> reporterCommands() {
        return new CommandJson<>(ReporterCommand.class);
    }

    @Bean
    CommandGate<ReporterCommand> gate(
            Commands commands, CommandJson<ReporterCommand> json, Casebook<Reporting> casebook, InstantSource clock) {
        return new CommandGate<>(commands, json, casebook, clock);
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
