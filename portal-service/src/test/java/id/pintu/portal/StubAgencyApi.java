package id.pintu.portal;

import id.pintu.events.ComplaintId;
import id.pintu.portal.StubHttpService.RecordedRequest;
import id.pintu.portal.StubHttpService.StubResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Stub of routing-service's API for institutions: shows the complaints that it was given, and answers acts as it is told. */
final class StubAgencyApi implements Function<RecordedRequest, StubResponse> {

    private final Map<String, String> complaints = new ConcurrentHashMap<>();
    private volatile StubResponse actResponse = new StubResponse(204, "");

    /**
     * A complaint that is with an institution.
     *
     * @param more further fields of its JSON, each after a comma
     */
    StubAgencyApi with(ComplaintId id, String text, String more) {
        complaints.put(id.value(), """
                {"phase": "AT_INSTITUTION", "report": {"door": "web", "kind": "complaint", "title": "", "text": "%s",
                   "place": {"regionCode": "33.74", "description": "Jalan Pandanaran",
                     "point": {"latitude": -6.98, "longitude": 110.41}},
                   "privacy": {"anonymous": true, "confidential": true, "reachableBy": "email"}},
                 "submittedAt": "2026-03-01T02:00:00Z", "assignments": 1, "messages": 2,
                 "explanation": {"id": "Jalan kota adalah wewenang kota.", "en": "City roads belong to the city."},
                 "conversation": [
                   {"event": "00000000-0000-0000-0000-000000000001", "at": "2026-03-02T02:00:00Z", "from": "institution",
                    "institution": "D.33.74", "text": "Di sebelah mana?"},
                   {"event": "00000000-0000-0000-0000-000000000002", "at": "2026-03-02T05:00:00Z", "from": "reporter",
                    "text": "Depan <b>sekolah"}]%s}
                """.formatted(text, more));
        return this;
    }

    void respondToActsWith(int status, String json) {
        actResponse = new StubResponse(status, json);
    }

    @Override
    public StubResponse apply(RecordedRequest request) {
        String[] path = request.path().split("/", -1);
        if (request.path().startsWith("/v1/registry/institutions")) {
            return new StubDeskApi().apply(request);
        }
        if (!request.method().equals("GET")) {
            return actResponse;
        }
        if (request.path().endsWith("/units")) {
            return new StubResponse(200, """
                    {"units": ["Dinas Xyzzy", "Dinas Perhubungan", "Kecamatan Tembalang"]}""");
        }
        if (request.path().endsWith("/unit-suggestions")) {
            return new StubResponse(200, """
                    {"suggestions": [{"unit": "Dinas Perhubungan", "score": 0.9,
                      "reasons": {"id": "Disebut <dalam> laporan.", "en": "Named in the report."}}]}""");
        }
        String shown = path.length == 6 ? complaints.get(path[5]) : null;
        return shown == null ? new StubResponse(404, "{}") : new StubResponse(200, shown);
    }
}
