package id.pintu.portal.pages.attachments;

import id.pintu.events.ReportAttachment;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * View of an attachment.
 *
 * @param number from 1
 * @param kind end of the key of the message what it is: {@code photo}, {@code document}, {@code audio} or {@code video}
 * @param size such as {@code 180 kB}
 * @param url where the browser gets it
 */
public record DisplayedAttachment(int number, String kind, String size, String url) {

    private static final long KILOBYTE = 1024;

    /** @param url of the attachment of a number */
    public static List<DisplayedAttachment> listOf(
            List<ReportAttachment> attachments, IntFunction<String> url, Locale locale) {
        return IntStream.rangeClosed(1, attachments.size())
                .mapToObj(number -> {
                    ReportAttachment attachment = attachments.get(number - 1);
                    return new DisplayedAttachment(
                            number, kind(attachment.type()), size(attachment.bytes(), locale), url.apply(number));
                })
                .toList();
    }

    /** Whether the page shows it; intake-service encoded it anew. */
    public boolean image() {
        return kind.equals("photo");
    }

    private static String kind(String type) {
        return switch (type.substring(0, Math.max(0, type.indexOf('/')))) {
            case "image" -> "photo";
            case "audio" -> "audio";
            case "video" -> "video";
            default -> "document";
        };
    }

    private static String size(long bytes, Locale locale) {
        NumberFormat number = NumberFormat.getInstance(locale);
        number.setMaximumFractionDigits(bytes < KILOBYTE * KILOBYTE ? 0 : 1);
        return bytes < KILOBYTE * KILOBYTE
                ? number.format(Math.max(1, bytes / KILOBYTE)) + " kB"
                : number.format((double) bytes / (KILOBYTE * KILOBYTE)) + " MB";
    }
}
