package id.pintu.portal;

import id.pintu.events.ComplaintId;
import id.pintu.portal.StubHttpService.RecordedRequest;
import id.pintu.portal.StubHttpService.StubResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stub of the desk API of routing-service: its queues lose the complaints that are decided, and it checks the key. */
final class StubDeskApi implements Function<RecordedRequest, StubResponse> {

    static final String KEY = "5d41402abc4b2a76b9719d911017c592aabbccdd";

    private static final Map<String, String> INSTITUTIONS =
            Map.of("D.33.74", "Pemerintah Kota Semarang", "K.PU", "Kementerian Pekerjaan Umum", "B.PLN", "PT PLN");

    private final Map<String, String> waitingComplaints = new ConcurrentHashMap<>();
    private volatile StubResponse actionResponse = new StubResponse(204, "");

    /** Adds to a queue; the number is the position. */
    StubDeskApi enqueue(String queue, int number, String complaint) {
        waitingComplaints.put(queue + cursor(number), complaint);
        return this;
    }

    /** With three candidates; the name of the third is an HTML script element. */
    static String undecidedComplaint(int number, String text) {
        return """
                {"complaintId": "%s", "since": "2026-03-01T02:00:00Z", "title": "", "text": "%s",
                 "dispute": "", "refusals": [], "choices": [
                   {"institution": "D.33.74", "name": "Pemerintah Kota Semarang", "confidence": 0.412},
                   {"institution": "K.PU", "name": "Kementerian Pekerjaan Umum", "confidence": 0.305},
                   {"institution": "B.PLN", "name": "<script>PLN</script>", "confidence": 0.101}],
                 "explanation": {"id": "Belum cukup pasti.", "en": "Not sure enough."},
                 "decisions": []}
                """.formatted(id(number), text);
    }

    /** One of three complaints about an incident; complaint 1 is the first. */
    static String incidentComplaint(int number, String text) {
        return undecidedComplaint(number, text).strip().replaceFirst("}$", """
                , "incident": {"first": "%s", "waiting": 3, "others": ["Awal <b>kedua", "Awal ketiga"]}}
                """.formatted(id(1)));
    }

    static String disputedComplaint(int number, String text) {
        return """
                {"complaintId": "%s", "since": "", "title": "Jalan", "text": "%s", "dispute": "CYCLE",
                 "refusals": [{"institution": "D.33.74", "name": "Pemerintah Kota Semarang",
                   "reason": "Jalan ini jalan nasional", "suggested": "K.PU"}],
                 "choices": [], "explanation": {"id": "", "en": ""}, "decisions": [
                   {"what": "complaint-routed", "at": "2026-03-01T03:00:00Z", "account": "officer-2",
                    "role": "national-desk"},
                   {"what": "complaint-returned", "at": "2026-03-02T03:00:00Z", "account": "program/D.33.74",
                    "role": "integrator@D.33.74"},
                   {"what": "complaint-returned", "at": "2026-03-02T03:00:00Z", "account": "officer-3",
                    "role": "unit-officer@D.33.74/Dinas PU"}]}
                """.formatted(id(number), text);
    }

    static String id(int number) {
        return ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array()).value();
    }

    static String cursor(int number) {
        return "2026-03-0" + number + "T02:00:00Z/" + id(number);
    }

    /** With 204 the complaint leaves the queue at once, with any other status it stays. */
    void respondToActionsWith(int status, String json) {
        actionResponse = new StubResponse(status, json);
    }

    @Override
    public StubResponse apply(RecordedRequest request) {
        if (request.path().startsWith("/v1/registry/institutions")) {
            return registry(request);
        }
        if (!("Bearer " + KEY).equals(request.authorization())) {
            return new StubResponse(401, "");
        }
        if (request.method().equals("GET")) {
            return page(query(request));
        }
        if (actionResponse.status() == 204) {
            String complaint = request.path().split("/", -1)[4];
            waitingComplaints.values().removeIf(each -> each.contains("\"" + complaint + "\""));
        }
        return actionResponse;
    }

    private StubResponse page(Map<String, String> query) {
        String queue = query.getOrDefault("queue", "desk");
        int limit = Integer.parseInt(query.getOrDefault("limit", "50"));
        List<Map.Entry<String, String>> found = waitingComplaints.entrySet().stream()
                .filter(each -> each.getKey().startsWith(queue))
                .filter(each -> !each.getValue().contains("\"first\": \"" + query.get("without") + "\""))
                .filter(each -> each.getKey().compareTo(queue + query.getOrDefault("after", "")) > 0)
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .limit(limit)
                .toList();
        String next =
                found.size() < limit ? "null" : "\"" + found.getLast().getKey().substring(queue.length()) + "\"";
        return new StubResponse(
                200,
                found.stream().map(Map.Entry::getValue).collect(Collectors.joining(",", "{\"complaints\": [", "]"))
                        + ", \"next\": " + next + "}");
    }

    private static StubResponse registry(RecordedRequest request) {
        String code = request.path().substring("/v1/registry/institutions".length());
        if (!code.isEmpty()) {
            String name = INSTITUTIONS.get(code.substring(1));
            return name == null
                    ? new StubResponse(404, "{}")
                    : new StubResponse(200, institution(code.substring(1), name));
        }
        String part = query(request).getOrDefault("q", "");
        return new StubResponse(
                200,
                INSTITUTIONS.entrySet().stream()
                        .filter(each -> each.getValue().contains(part))
                        .map(each -> institution(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(",", "{\"institutions\": [", "], \"next\": null}")));
    }

    private static String institution(String code, String name) {
        return "{\"code\": \"" + code + "\", \"name\": \"" + name + "\", \"kind\": \"kementerian\"}";
    }

    private static Map<String, String> query(RecordedRequest request) {
        return Arrays.stream(request.query().split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
