package id.pintu.events;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** The ways a report can come in. */
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
