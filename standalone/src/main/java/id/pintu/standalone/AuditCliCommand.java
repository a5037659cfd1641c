package id.pintu.standalone;

import picocli.CommandLine.Command;

/** Command {@code pintu audit}: group of the commands about the audit log. */
@Command(
        name = "audit",
        description = "Verify the audit log, or print the roots of its days.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditVerifyCliCommand.class, AuditRootsCliCommand.class})
final class AuditCliCommand {}
