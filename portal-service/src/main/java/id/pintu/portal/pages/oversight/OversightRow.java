package id.pintu.portal.pages.oversight;

import id.pintu.portal.oversight.HandlingFigures;
import java.util.Optional;

/**
 * Row of a table of figures.
 *
 * @param url of the cases, or of the page of a province; empty when the officer may not see it
 * @param longestUrl of the complaint that waits longest; empty when the officer may not see it
 * @param connected whether the institution is connected; empty for what is no single institution
 * @param active whether it is active; empty without reports
 */
record OversightRow(
        String name,
        Optional<String> url,
        Optional<String> longestUrl,
        Optional<Boolean> connected,
        Optional<Boolean> active,
        HandlingFigures figures) {}
