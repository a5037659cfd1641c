package id.pintu.standalone.whatif;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Text table of a what-if comparison; its last line is {@code key=value} for programs. */
record WhatIfComparisonTable(JsonNode comparison) {

    private static final int MAX_ROWS = 25;

    void print(PrintWriter out) {
        moves(out);
        loads(out);
        JsonNode desk = comparison.path("desk");
        out.printf(
                Locale.ROOT,
                "%nThe desk decided %d of them; the rules in force agree with %s, the draft with %s.%n%n",
                number(desk, "decided"),
                share(number(desk, "now"), number(desk, "decided")),
                share(number(desk, "draft"), number(desk, "decided")));
        out.printf(
                Locale.ROOT,
                "complaints=%d moved=%d desk_decided=%d agree_now=%d agree_draft=%d%n",
                number(comparison, "complaints"),
                number(comparison, "moved"),
                number(desk, "decided"),
                number(desk, "now"),
                number(desk, "draft"));
    }

    private void moves(PrintWriter out) {
        JsonNode moves = comparison.path("moves");
        out.printf(
                Locale.ROOT,
                "%d complaints; %s would be routed differently.%n",
                number(comparison, "complaints"),
                share(number(comparison, "moved"), number(comparison, "complaints")));
        if (!moves.isEmpty()) {
            out.printf("%n%-16s %-16s %10s  %s%n", "from", "to", "complaints", "examples");
        }
        moves.valueStream()
                .limit(MAX_ROWS)
                .forEach(each -> out.printf(
                        Locale.ROOT,
                        "%-16s %-16s %10d  %s%n",
                        text(each, "from"),
                        text(each, "to"),
                        number(each, "complaints"),
                        each.path("examples")
                                .valueStream()
                                .limit(2)
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(" "))));
        more(moves, out);
    }

    private void loads(PrintWriter out) {
        JsonNode loads = comparison.path("loads");
        out.printf("%n%-16s %10s %10s %10s%n", "load", "now", "draft", "change");
        loads.valueStream()
                .limit(MAX_ROWS)
                .forEach(each -> out.printf(
                        Locale.ROOT,
                        "%-16s %10d %10d %+10d%n",
                        text(each, "place"),
                        number(each, "now"),
                        number(each, "draft"),
                        number(each, "draft") - number(each, "now")));
        more(loads, out);
    }

    private static void more(JsonNode rows, PrintWriter out) {
        if (rows.size() > MAX_ROWS) {
            out.printf(Locale.ROOT, "… and %d more; --json prints all%n", rows.size() - MAX_ROWS);
        }
    }

    private static String share(long part, long of) {
        return of == 0 ? "0" : String.format(Locale.ROOT, "%d (%.1f %%)", part, 100.0 * part / of);
    }

    private static long number(JsonNode node, String field) {
        return node.path(field).asLong();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
