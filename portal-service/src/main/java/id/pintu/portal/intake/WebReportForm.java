package id.pintu.portal.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Form of a report, and at the same time the JSON body of intake-service's {@code POST /v1/complaints}. The names are the
 * same, so that the validation errors of intake-service can be shown at the field. Blank fields are null.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebReportForm(
        @Nullable String text,
        @Nullable String kind,
        @Nullable String title,
        @Nullable ReportPlaceFields place,
        @Nullable String wishedInstitution,
        @Nullable String category,
        @Nullable String occurredOn,
        @Nullable ReporterContactFields contact,
        @Nullable Boolean anonymous,
        @Nullable Boolean confidential,
        @Nullable List<String> attachments) {

    public WebReportForm {
        text = nullIfBlank(text);
        kind = nullIfBlank(kind);
        title = nullIfBlank(title);
        wishedInstitution = nullIfBlank(wishedInstitution);
        category = nullIfBlank(category);
        occurredOn = nullIfBlank(occurredOn);
    }

    /** @param ids of uploaded files */
    public WebReportForm withAttachments(List<String> ids) {
        return new WebReportForm(
                text,
                kind,
                title,
                place,
                wishedInstitution,
                category,
                occurredOn,
                contact,
                anonymous,
                confidential,
                ids.isEmpty() ? null : ids);
    }

    /**
     * Where it happened.
     *
     * @param regionCode of the Ministry of Home Affairs (Kemendagri)
     * @param description in the reporter's words
     * @param latitude of the device, if the reporter gave its location; with {@code longitude}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportPlaceFields(
            @Nullable String regionCode,
            @Nullable String description,
            @Nullable Double latitude,
            @Nullable Double longitude) {
        public ReportPlaceFields {
            regionCode = nullIfBlank(regionCode);
            description = nullIfBlank(description);
        }
    }

    /** The reporter's name and where to send notifications; all of it voluntary. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReporterContactFields(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {
        public ReporterContactFields {
            name = nullIfBlank(name);
            email = nullIfBlank(email);
            phone = nullIfBlank(phone);
        }
    }

    private static @Nullable String nullIfBlank(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }
}
