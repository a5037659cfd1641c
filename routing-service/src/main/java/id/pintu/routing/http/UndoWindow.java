package id.pintu.routing.http;

import id.pintu.support.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time in which an act can be undone, by the header {@code Prefer: undo-window=10} (RFC 7240), in seconds. */
record UndoWindow(Duration length) {

    static final String PREFER = "Prefer";

    private static final int MAX_SECONDS = 60;
    private static final Pattern PREFERENCE = Pattern.compile("\\s*undo-window\\s*=\\s*\"?([^\";]*)\"?\\s*");

    /**
     * The window that a request asks for; other preferences are for others.
     *
     * @throws ProblemException 400 when it is no number of seconds, or longer than a minute
     */
    static Optional<UndoWindow> of(HttpServletRequest request) {
        return Collections.list(request.getHeaders(PREFER)).stream()
                .flatMap(Pattern.compile(",")::splitAsStream)
                .map(PREFERENCE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(preference -> new UndoWindow(Duration.ofSeconds(seconds(preference.group(1)))));
    }

    private static int seconds(String text) {
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_SECONDS) {
            throw ProblemException.ofField(PREFER, "undo-window is 1 to " + MAX_SECONDS + " seconds");
        }
        return Integer.parseInt(text);
    }

    /** As {@code Preference-Applied} has it. */
    String applied() {
        return "undo-window=" + length.toSeconds();
    }
}
