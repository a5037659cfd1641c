package id.pintu.standalone.evaluation;

import picocli.CommandLine.Command;

/** Command {@code pintu measure}, parent of the evaluation commands. */
@Command(
        name = "measure",
        description = "Measure the quality of routing and of repeat detection on labelled reports.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {MeasureRoutingCliCommand.class, MeasureRepeatsCliCommand.class})
public final class MeasureCliCommand {}
