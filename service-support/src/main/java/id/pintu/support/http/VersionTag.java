package id.pintu.support.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;
import org.springframework.http.HttpHeaders;

/** Entity tag that is a version number, such as {@code "7"}: in the header {@code ETag}, and back in {@code If-Match}. */
public final class VersionTag {

    private VersionTag() {}

    /** As {@code ETag} has it. */
    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /** Version that a request was made from, by {@code If-Match}; empty without the header and for {@code *}. */
    public static OptionalInt expectedBy(HttpServletRequest request) {
        String tag = request.getHeader(HttpHeaders.IF_MATCH);
        return tag == null || tag.strip().equals("*") ? OptionalInt.empty() : OptionalInt.of(parse(tag));
    }

    /**
     * Version of an {@code If-Match}.
     *
     * @throws ProblemException 400 when it is no version
     */
    public static int parse(String ifMatch) {
        String digits = ifMatch.strip().replaceAll("^\"|\"$", "");
        if (!digits.matches("[0-9]{1,9}")) {
            throw ProblemException.ofField(
                    HttpHeaders.IF_MATCH, "is the ETag of the version that was changed, such as \"7\"");
        }
        return Integer.parseInt(digits);
    }
}
