package id.pintu.standalone.demo;

import id.pintu.standalone.LatencyHistogram;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Text table of a demo's results; its last line is {@code key=value} for programs. */
record DemoSummaryTable(
        LedgerReconciliation reconciliation, DemoReportSender sender, LatencyHistogram feedLatencies, int mails) {

    private static final int MAX_FEEDS = 12;

    void print(PrintWriter out) {
        out.println();
        rows().forEach((name, value) -> out.printf("%-48s %8s%n", name, value));
        out.println();
        out.println(reconciliation.summaryLine());
        out.flush();
    }

    private Map<String, Object> rows() {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("reports acknowledged", sender.receipts().size());
        rows.put("reports refused", sender.refused());
        rows.put("assignments", reconciliation.assignments());
        reconciliation.rules().forEach((rule, times) -> rows.put("  decided by " + rule, times));
        reconciliation.feeds().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MAX_FEEDS)
                .forEach(feed -> rows.put("  records in " + feed.getKey(), feed.getValue()));
        rows.put("mails sent to reporters", mails);
        rows.put("ms from submission to agency feed, p50", percentile(50));
        rows.put("ms from submission to agency feed, p99", percentile(99));
        rows.put(
                "MB of heap in use",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        rows.putAll(reconciliation.figures());
        return rows;
    }

    private Object percentile(int percent) {
        return feedLatencies.count() == 0 ? "-" : Math.round(feedLatencies.percentileMillis(percent));
    }
}
