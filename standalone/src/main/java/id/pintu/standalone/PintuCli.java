package id.pintu.standalone;

import id.pintu.standalone.demo.DemoCliCommand;
import id.pintu.standalone.evaluation.MeasureCliCommand;
import id.pintu.standalone.importing.ImportCliCommand;
import id.pintu.standalone.simulation.SimulateCliCommand;
import id.pintu.standalone.whatif.WhatIfCliCommand;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code pintu}; what follows it is one class each. */
@Command(
        name = "pintu",
        description = "National public-complaint handling: every door is the right door.",
        mixinStandardHelpOptions = true,
        versionProvider = PintuCli.PintuVersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCliCommand.class,
            DemoCliCommand.class,
            InstitutionKeyCliCommand.class,
            ImportCliCommand.class,
            DeadlineCliCommand.class,
            SimulateCliCommand.class,
            MeasureCliCommand.class,
            WhatIfCliCommand.class,
            CommandLine.HelpCommand.class
        })
public final class PintuCli {

    /** Ends the JVM with 0, with 1 when something failed, with 2 when it was asked for wrongly or cannot be done. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new PintuCli()).setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof CommandLineException refusal) {
                command.getErr().println(refusal.getMessage());
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
