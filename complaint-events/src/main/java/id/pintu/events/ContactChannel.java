package id.pintu.events;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Channel by which a reporter can be notified; {@code NONE} if no contact was given. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum ContactChannel {
    NONE,
    EMAIL,
    SMS
}
