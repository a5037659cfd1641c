package id.pintu.events;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Kind of report in SP4N-LAPOR: pengaduan (with or without kadar pengawasan), permintaan informasi, aspirasi. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum ComplaintKind {
    COMPLAINT,
    SUPERVISORY_COMPLAINT,
    INFORMATION_REQUEST,
    ASPIRATION
}
