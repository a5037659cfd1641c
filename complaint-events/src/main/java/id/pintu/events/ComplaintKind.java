package id.pintu.events;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Kinds of report (sp4n-lapor: pengaduan, berkadar pengawasan or not; permintaan informasi; aspirasi). */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum ComplaintKind {
    COMPLAINT,
    SUPERVISORY_COMPLAINT,
    INFORMATION_REQUEST,
    ASPIRATION
}
