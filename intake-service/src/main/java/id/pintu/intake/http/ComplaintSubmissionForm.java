package id.pintu.intake.http;

import id.pintu.events.ComplaintKind;
import id.pintu.events.ContactChannel;
import id.pintu.events.IntakeChannel;
import id.pintu.events.SubmittedReport;
import id.pintu.support.categories.CategoryCatalog;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Request body of {@code POST /v1/complaints}; only {@code text} is required.
 *
 * @param text the report, at most 20,000 characters
 * @param kind {@code complaint} (default), {@code supervisory-complaint}, {@code information-request}, {@code aspiration}
 * @param wishedInstitution code of the institution the reporter considers responsible
 * @param category {@code CATEGORY} or {@code CATEGORY/SUBCATEGORY} of LAPOR!'s list, in any case
 * @param occurredOn ISO date, from 2000 on and not in the future
 * @param contact where to notify the reporter of each step; stored apart from the report
 * @param anonymous hides the name from the institution
 * @param confidential hides the report from the public
 * @param attachments ids of uploaded files, from {@code POST /v1/attachments}, in the order to be shown; at most 10
 */
public record ComplaintSubmissionForm(
        @NotBlank(message = "is required: describe what happened")
        @Size(max = 20_000, message = "has at most 20000 characters")
        @Nullable
        String text,

        @Nullable ComplaintKind kind,

        @Size(max = 300, message = "has at most 300 characters") @Nullable
        String title,

        @Valid @Nullable LocationForm place,

        @Size(max = 100, message = "has at most 100 characters") @Nullable
        String wishedInstitution,

        @Size(max = 200, message = "has at most 200 characters") @Nullable
        String category,

        @Nullable LocalDate occurredOn,
        @Nullable ReporterContactForm contact,
        @Nullable Boolean anonymous,
        @Nullable Boolean confidential,

        @Size(max = 10, message = "has at most 10 files") @Nullable
        List<String> attachments) {

    /**
     * Location of the incident: a Kemendagri region code, a description, a point, or any combination.
     *
     * @param latitude WGS 84 degrees, north is positive; requires {@code longitude}
     * @param longitude WGS 84 degrees, east is positive
     */
    record LocationForm(
            @Pattern(regexp = "\\d{2}(\\.\\d{2})?", message = "is a Kemendagri code such as 33 or 33.74") @Nullable
            String regionCode,

            @Size(max = 500, message = "has at most 500 characters") @Nullable
            String description,

            @DecimalMin(value = "-90", message = LATITUDE) @DecimalMax(value = "90", message = LATITUDE) @Nullable
            BigDecimal latitude,

            @DecimalMin(value = "-180", message = LONGITUDE) @DecimalMax(value = "180", message = LONGITUDE) @Nullable
            BigDecimal longitude) {

        private static final String LATITUDE = "is WGS 84 degrees, -90 to 90";
        private static final String LONGITUDE = "is WGS 84 degrees, -180 to 180";

        /** The missing coordinate of an incomplete point: a bug of the client, so it is reported instead of dropped. */
        Optional<String> missingCoordinate() {
            if ((latitude == null) == (longitude == null)) {
                return Optional.empty();
            }
            return Optional.of(latitude == null ? "place.latitude" : "place.longitude");
        }

        Optional<String> region() {
            return nonBlank(regionCode);
        }

        SubmittedReport.ReportedLocation toLocation() {
            return new SubmittedReport.ReportedLocation(region(), nonBlank(description), point());
        }

        private Optional<SubmittedReport.GeoCoordinates> point() {
            return latitude == null || longitude == null
                    ? Optional.empty()
                    : Optional.of(new SubmittedReport.GeoCoordinates(latitude.doubleValue(), longitude.doubleValue()));
        }
    }

    List<String> uploads() {
        return attachments == null ? List.of() : attachments;
    }

    /**
     * The report, without its attachments.
     *
     * @param reachableBy the channel by which its reporter can be notified
     */
    SubmittedReport toReport(IntakeChannel channel, CategoryCatalog categories, ContactChannel reachableBy) {
        return new SubmittedReport(
                channel,
                kind == null ? ComplaintKind.COMPLAINT : kind,
                title == null ? "" : title.strip(),
                String.valueOf(text).strip(),
                place == null ? SubmittedReport.ReportedLocation.UNKNOWN : place.toLocation(),
                nonBlank(wishedInstitution),
                nonBlank(category).flatMap(categories::find),
                Optional.ofNullable(occurredOn),
                new SubmittedReport.ReportPrivacySettings(
                        Boolean.TRUE.equals(anonymous), Boolean.TRUE.equals(confidential), reachableBy));
    }

    private static Optional<String> nonBlank(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
