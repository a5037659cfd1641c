package id.pintu.standalone;

import id.pintu.standalone.server.ServicePorts;
import picocli.CommandLine.Option;

/** picocli mixin with the option {@code --port-offset} of every command that starts or calls a server. */
public final class PortOffsetOption {

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Added to every port; the same for ./pintu up and what connects to it (default: 0).")
    private int offset;

    public ServicePorts ports() {
        return new ServicePorts(offset);
    }
}
