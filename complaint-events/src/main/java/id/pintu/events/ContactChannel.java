package id.pintu.events;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** How a reporter can be reached; {@code NONE} for one who left no contact. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum ContactChannel {
    NONE,
    EMAIL,
    SMS
}
