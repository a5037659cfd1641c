package id.pintu.standalone.evaluation;

import picocli.CommandLine.Command;

/** Command {@code pintu measure}, parent of the evaluation commands. */
@Command(
        name = "measure",
        description =
                "Measure the quality of routing, of repeat detection and of unit suggestions on labelled reports.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {MeasureRoutingCliCommand.class, MeasureRepeatsCliCommand.class, MeasureUnitsCliCommand.class})
public final class MeasureCliCommand {}
