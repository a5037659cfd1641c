package id.pintu.routing.duties;

import java.util.List;

/** What routing knows of how governments are organised. */
public record Duties(Units units, Oversight oversight) {

    public static final Duties UNKNOWN = new Duties(new Units(List.of()), Oversight.NONE);
}
