package id.pintu.standalone.evaluation;

import picocli.CommandLine.Command;

/** {@code pintu measure}: its subcommands are what can be measured. */
@Command(
        name = "measure",
        description = "Measure how well the house does what it promises.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {MeasureRoutingCliCommand.class, MeasureRepeatsCliCommand.class})
public final class MeasureCliCommand {}
