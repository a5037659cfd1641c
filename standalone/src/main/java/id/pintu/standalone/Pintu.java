package id.pintu.standalone;

import id.pintu.standalone.demo.Demo;
import id.pintu.standalone.importing.Import;
import id.pintu.standalone.measuring.Measure;
import id.pintu.standalone.simulate.Simulate;
import id.pintu.standalone.whatif.WhatIf;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code pintu}; what follows it is one class each. */
@Command(
        name = "pintu",
        description = "National public-complaint handling: every door is the right door.",
        mixinStandardHelpOptions = true,
        versionProvider = Pintu.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Demo.class,
            Key.class,
            Import.class,
            DeadlineCommand.class,
            Simulate.class,
            Measure.class,
            WhatIf.class,
            CommandLine.HelpCommand.class
        })
public final class Pintu {

    /** Ends the JVM with 0, with 1 when something failed, with 2 when it was asked for wrongly or cannot be done. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Pintu()).setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof Refusal refusal) {
                command.getErr().println(refusal.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            e.printStackTrace(command.getErr());
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Pintu.class.getPackage().getImplementationVersion())
                    .orElse("under development");
            return new String[] {"Pintu " + version};
        }
    }
}
