package id.pintu.standalone.measuring;

import picocli.CommandLine.Command;

/** {@code pintu measure}: its subcommands are what can be measured. */
@Command(
        name = "measure",
        description = "Measure how well the house does what it promises.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {MeasureRouting.class, MeasureRepeats.class})
public final class Measure {}
