package id.pintu.events;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Channel a report was submitted through; the wire field is {@code door}. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum IntakeChannel {
    WEB,
    SMS,
    IMPORT,
    APP,
    EMAIL,
    WHATSAPP,
    X,
    DESK,
    PARTNER
}
