package id.pintu.events;

/**
 * Reference of a report to a photo or document, which intake-service stores. It is addressed by its place in the report's list,
 * counted from 1; it has no name, because people name files after people.
 *
 * @param type media type, found from the content, such as {@code image/jpeg}
 * @param bytes size of the stored content
 * @param sha256 of the stored content, in hexadecimal
 */
public record ReportAttachment(String type, long bytes, String sha256) {}
