package id.pintu.portal.pages.inbox;

import java.util.List;
import java.util.Optional;

/**
 * View of one list of an inbox.
 *
 * @param name of the institution
 * @param here URL of this list without its language
 * @param units by which the list can be narrowed; none where there is nothing to choose
 * @param allUnits URL of the list of all units; empty for an officer of units
 * @param fixedUnit whether the officer sees what one unit has only
 * @param next URL of the page after
 * @param first URL of the first page; empty on it
 */
record InboxPageModel(
        InboxPageAddress address,
        String name,
        String here,
        List<DisplayedTab> tabs,
        List<DisplayedUnit> units,
        Optional<String> allUnits,
        boolean fixedUnit,
        List<DisplayedInboxItem> items,
        Optional<String> next,
        Optional<String> first) {

    /** Link to what one unit has of a list. */
    record DisplayedUnit(String name, String url, String count, boolean current) {}

    /**
     * Link to one list.
     *
     * @param list its name
     * @param count in digits, such as {@code 12} or {@code 999+}; may be empty
     */
    record DisplayedTab(String list, String url, String count, boolean current) {}
}
