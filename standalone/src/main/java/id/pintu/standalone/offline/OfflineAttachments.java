package id.pintu.standalone.offline;

import id.pintu.intake.attachments.AttachmentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Attachments in the folder of offline work: {@code attachments/<tracking number>/lampiran-1.jpg}. */
final class OfflineAttachments {

    private final Path folder;

    OfflineAttachments(Path folder) {
        this.folder = folder.resolve("attachments");
    }

    /**
     * One attachment of a complaint.
     *
     * @param number from 1
     * @param file where it is kept, whether it is there or not
     */
    record OfflineAttachment(String complaint, int number, Path file) {}

    List<OfflineAttachment> of(String complaint, OfflineComplaint report) {
        return IntStream.rangeClosed(1, report.attachments().size())
                .mapToObj(number -> new OfflineAttachment(
                        complaint,
                        number,
                        folder.resolve(complaint)
                                .resolve(fileName(report.attachments().get(number - 1), number))))
                .toList();
    }

    /** Those of open complaints that are not in the folder yet; of others the server sends none. */
    Stream<OfflineAttachment> missing(Map<String, OfflineComplaint> complaints) {
        return complaints.entrySet().stream()
                .filter(each -> each.getValue().open())
                .flatMap(each -> of(each.getKey(), each.getValue()).stream())
                .filter(each -> !Files.exists(each.file()));
    }

    private static String fileName(String type, int number) {
        return AttachmentType.ofMediaType(type)
                .map(known -> known.fileName(number))
                .orElse("lampiran-" + number);
    }
}
