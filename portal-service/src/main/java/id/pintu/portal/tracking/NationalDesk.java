package id.pintu.portal.tracking;

import id.pintu.events.InstitutionRef;
import java.time.ZoneId;

/** Constant holder for the national desk, as the public and its own officers see it. */
public final class NationalDesk {

    /** Its pages show times in this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    /** Responsible for every complaint that no institution is responsible for. */
    static final InstitutionRef RESPONSIBLE_PARTY = new InstitutionRef("DESK", "Administrator Nasional", ZONE);

    private NationalDesk() {}
}
