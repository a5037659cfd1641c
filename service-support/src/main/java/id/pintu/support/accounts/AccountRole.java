package id.pintu.support.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Role of a person or a program. One account may have several, each within an institution or nationwide. */
public enum AccountRole {
    /** Works the complaints of one unit (OPD, directorate) of an institution. */
    UNIT_OFFICER(Extent.UNIT),
    /** Works all complaints of an institution (pejabat penghubung). */
    LIAISON_OFFICER(Extent.INSTITUTION),
    /** Invites and removes the officers of an institution; touches no complaint. */
    INSTITUTION_ADMIN(Extent.INSTITUTION),
    /** Reads the figures and complaints of a province and its kabupaten and kota. */
    PROVINCE_OVERSIGHT(Extent.INSTITUTION),
    /** Decides on complaints that routing was not sure about, and maintains registry and rules. */
    NATIONAL_DESK(Extent.NATION),
    /** Rules between institutions that dispute who is responsible. */
    ARBITER(Extent.NATION),
    /** Sees figures only. */
    NATIONAL_OBSERVER(Extent.NATION),
    /** Program of an institution, which does what its liaison officers do. */
    INTEGRATOR(Extent.INSTITUTION),
    /** Runs the installation: accounts, keys, dead letters, metrics. Decides on no complaint. */
    SYSTEM_OPERATOR(Extent.NATION);

    private final Extent extent;

    AccountRole(Extent extent) {
        this.extent = extent;
    }

    /** What a role is granted for. */
    public enum Extent {
        /** The whole country. */
        NATION,
        /** One institution. */
        INSTITUTION,
        /** One unit of one institution. */
        UNIT
    }

    public Extent extent() {
        return extent;
    }

    /** Name in tokens, events and requests, such as {@code liaison-officer}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AccountRole> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(each -> each.wireName().equals(name))
                .findFirst();
    }
}
