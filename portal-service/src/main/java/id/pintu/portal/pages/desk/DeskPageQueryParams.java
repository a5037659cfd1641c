package id.pintu.portal.pages.desk;

import id.pintu.events.ComplaintId;
import id.pintu.portal.desk.DeskQueuePosition;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Query parameters of the desk's page, by subject. Each may be absent, and is then empty. */
public final class DeskPageQueryParams {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");

    private DeskPageQueryParams() {}

    /** Where the queue is shown from. */
    public record PositionParams(
            @BindParam("sesudah") @Nullable String after,
            @BindParam("tanpa") @Nullable String excludedIncident) {

        DeskQueuePosition position() {
            return new DeskQueuePosition(orEmpty(after), complaintIdOrEmpty(orEmpty(excludedIncident)));
        }
    }

    /**
     * Search for an institution while a complaint is shown.
     *
     * @param number the complaint it is searched for
     * @param incident the first complaint of its incident, when it is searched for all of them
     * @param text part of the institution's name
     */
    public record InstitutionSearchParams(String number, String incident, String text) {

        public InstitutionSearchParams(
                @BindParam("nomor") @Nullable String number,
                @BindParam("semua") @Nullable String incident,
                @BindParam("cari") @Nullable String text) {
            this.number = orEmpty(number);
            this.incident = orEmpty(incident);
            this.text = orEmpty(text).strip();
        }
    }

    /**
     * What happened to the previous complaint.
     *
     * @param noticeValue query value of a {@link DeskNotice}
     * @param institutionCode the institution it went to
     * @param otherCount how many complaints about the same incident went with it, in digits
     */
    public record OutcomeParams(String noticeValue, String institutionCode, String otherCount) {

        static final OutcomeParams NONE = new OutcomeParams(null, null, null);

        public OutcomeParams(
                @BindParam("kabar") @Nullable String noticeValue,
                @BindParam("ke") @Nullable String institutionCode,
                @BindParam("bersama") @Nullable String otherCount) {
            this.noticeValue = orEmpty(noticeValue);
            this.institutionCode = orEmpty(institutionCode);
            this.otherCount = COUNT.matcher(orEmpty(otherCount)).matches() ? orEmpty(otherCount) : "";
        }

        static OutcomeParams of(DeskNotice notice) {
            return new OutcomeParams(notice.queryValue(), "", "");
        }

        /** The outcome of an action that applied to at least one complaint. */
        static OutcomeParams of(DeskNotice notice, String institutionCode, int complaintCount) {
            return new OutcomeParams(
                    notice.queryValue(), institutionCode, complaintCount > 1 ? String.valueOf(complaintCount - 1) : "");
        }

        Optional<DeskNotice> notice() {
            return DeskNotice.ofQueryValue(noticeValue);
        }
    }

    /** Browsers leave out parameters of fields that are disabled or absent. */
    static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** routing-service refuses a request with a malformed id. */
    private static String complaintIdOrEmpty(String typed) {
        return ComplaintId.tryParse(typed).map(ComplaintId::value).orElse("");
    }
}
