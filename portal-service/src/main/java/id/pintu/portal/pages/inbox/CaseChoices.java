package id.pintu.portal.pages.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an officer can choose from in the forms of a complaint's page.
 *
 * @param suggestedUnits the likeliest first
 * @param units all that the institution is known to have, by name
 * @param colleagues to whom the complaint can be handed
 * @param names of officers by account, as far as they are known from this; empty when account-service does not answer
 */
record CaseChoices(
        List<UnitChoice> suggestedUnits,
        List<String> units,
        List<ColleagueGroup> colleagues,
        Optional<Map<String, String>> names) {

    /** @param why it may be the right one, in sentences; may be empty */
    record UnitChoice(String name, String why) {}

    /** @param unit that they are of; empty for those who see all complaints */
    record ColleagueGroup(String unit, List<Colleague> colleagues) {}

    record Colleague(String account, String name) {}
}
