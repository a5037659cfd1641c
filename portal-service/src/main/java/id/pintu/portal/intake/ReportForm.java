package id.pintu.portal.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is typed into the form and, with the same names, as intake-service's {@code POST /v1/complaints}
 * takes it; so what intake says about a field is said at that field. What was left blank is null.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportForm(
        @Nullable String text,
        @Nullable String kind,
        @Nullable String title,
        @Nullable Place place,
        @Nullable String wishedInstitution,
        @Nullable String category,
        @Nullable String occurredOn,
        @Nullable Contact contact,
        @Nullable Boolean anonymous,
        @Nullable Boolean confidential) {

    public static final ReportForm BLANK = new ReportForm(null, null, null, null, null, null, null, null, null, null);

    public ReportForm {
        text = given(text);
        kind = given(kind);
        title = given(title);
        wishedInstitution = given(wishedInstitution);
        category = given(category);
        occurredOn = given(occurredOn);
    }

    /** Where it happened: a Kemendagri region code, words, or both. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            @Nullable String regionCode, @Nullable String description) {
        public Place {
            regionCode = given(regionCode);
            description = given(description);
        }
    }

    /** Who reports, and how to tell of each step; all of it voluntary. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {
        public Contact {
            name = given(name);
            email = given(email);
            phone = given(phone);
        }
    }

    private static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }
}
