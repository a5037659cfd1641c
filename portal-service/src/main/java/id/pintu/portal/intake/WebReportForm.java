package id.pintu.portal.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is typed into the form and, with the same names, as intake-service's {@code POST /v1/complaints}
 * takes it; so what intake says about a field is said at that field. What was left blank is null.
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
        @Nullable Boolean confidential) {

    public static final WebReportForm BLANK =
            new WebReportForm(null, null, null, null, null, null, null, null, null, null);

    public WebReportForm {
        text = nullIfBlank(text);
        kind = nullIfBlank(kind);
        title = nullIfBlank(title);
        wishedInstitution = nullIfBlank(wishedInstitution);
        category = nullIfBlank(category);
        occurredOn = nullIfBlank(occurredOn);
    }

    /** Where it happened: a Kemendagri region code, words, or both. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportPlaceFields(
            @Nullable String regionCode, @Nullable String description) {
        public ReportPlaceFields {
            regionCode = nullIfBlank(regionCode);
            description = nullIfBlank(description);
        }
    }

    /** Who reports, and how to tell of each step; all of it voluntary. */
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
