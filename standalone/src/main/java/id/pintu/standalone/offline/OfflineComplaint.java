package id.pintu.standalone.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A complaint as the pulled records have it.
 *
 * @param text of the report
 * @param due next deadline; absent before the first
 * @param open whether the institution has still to act
 * @param history what happened, a line for each record
 * @param attachments media types of the report's attachments
 */
record OfflineComplaint(
        String text, Optional<String> due, boolean open, List<String> history, List<String> attachments) {

    private static final String PREFIX = "id.pintu.";

    static OfflineComplaint of(JsonNode record) {
        String type = record.path("type").asString().substring(PREFIX.length());
        JsonNode data = record.path("data");
        JsonNode complaint = data.has("complaint") ? data.path("complaint") : data;
        boolean open = !type.equals("complaint-transferred")
                && complaint.path("phase").asString("AT_INSTITUTION").equals("AT_INSTITUTION")
                && complaint
                        .path("institution")
                        .asString()
                        .equals(data.path("institution").asString());
        return new OfflineComplaint(
                complaint.path("report").path("text").asString(),
                Optional.ofNullable(
                        complaint.path("deadlines").path(0).path("dueAt").asString(null)),
                open,
                List.of(record.path("time").asString() + "  " + type + said(data)),
                complaint
                        .path("report")
                        .path("attachments")
                        .valueStream()
                        .map(each -> each.path("type").asString())
                        .toList());
    }

    /** What somebody wrote, where the record has it. */
    private static String said(JsonNode data) {
        JsonNode event = data.has("event") ? data.path("event") : data;
        for (String field : List.of("text", "question", "answer", "reason", "comment")) {
            if (event.path(field).isString()) {
                return ": " + event.path(field).asString();
            }
        }
        return "";
    }

    /** The same complaint after a later record. */
    OfflineComplaint and(OfflineComplaint later) {
        List<String> all = new ArrayList<>(history);
        all.addAll(later.history);
        return new OfflineComplaint(
                later.text.isEmpty() ? text : later.text,
                later.due,
                later.open,
                List.copyOf(all),
                later.attachments.isEmpty() ? attachments : later.attachments);
    }
}
