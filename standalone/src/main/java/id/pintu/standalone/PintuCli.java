package id.pintu.standalone;

import id.pintu.standalone.demo.DemoCliCommand;
import id.pintu.standalone.evaluation.MeasureCliCommand;
import id.pintu.standalone.importing.ImportCliCommand;
import id.pintu.standalone.offline.AgencyCliCommand;
import id.pintu.standalone.simulation.SimulateCliCommand;
import id.pintu.standalone.whatif.WhatIfCliCommand;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Main class and top-level picocli command {@code pintu}; each subcommand is a class of its own. */
@Command(
        name = "pintu",
        description = "Engine for national public-complaint handling: no wrong door.",
        mixinStandardHelpOptions = true,
        versionProvider = PintuCli.PintuVersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCliCommand.class,
            DemoCliCommand.class,
            InstitutionKeyCliCommand.class,
            BrokerAccessCliCommand.class,
            DeadLettersCliCommand.class,
            AuditCliCommand.class,
            ChannelKeyCliCommand.class,
            AgencyCliCommand.class,
            ImportCliCommand.class,
            DeadlineCliCommand.class,
            SimulateCliCommand.class,
            MeasureCliCommand.class,
            WhatIfCliCommand.class,
            CommandLine.HelpCommand.class
        })
public final class PintuCli {

    /** Exits with 0 on success, 1 on failure, and 2 when an option is wrong or the command cannot be carried out. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new PintuCli()).setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof CommandLineException usage) {
                command.getErr().println(usage.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            e.printStackTrace(command.getErr());
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    static final class PintuVersionProvider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(PintuCli.class.getPackage().getImplementationVersion())
                    .orElse("under development");
            return new String[] {"Pintu " + version};
        }
    }
}
