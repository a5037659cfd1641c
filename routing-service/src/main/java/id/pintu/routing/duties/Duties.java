package id.pintu.routing.duties;

import java.util.List;

/** What routing knows of how governments are organised. */
public record Duties(LocalUnits units, Oversight oversight) {

    public static final Duties UNKNOWN = new Duties(new LocalUnits(List.of()), Oversight.NONE);
}
