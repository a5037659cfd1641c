package id.pintu.portal.pages.attachments;

import id.pintu.portal.intake.FileUploadResult;
import id.pintu.portal.intake.FileUploadResult.FileRefusalReason;
import id.pintu.portal.intake.IntakeClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Uploader of the files that were chosen in a report's form. A browser forgets them when the form comes back with an error, so
 * the form then has their ids instead.
 */
@Component
public class ReportFileUploader {

    private static final int MAX_FILES = 10;
    private static final long MAX_BYTES = 10L * 1024 * 1024;
    private static final int NAME_LENGTH = 100;

    private final IntakeClient intake;

    ReportFileUploader(IntakeClient intake) {
        this.intake = intake;
    }

    /**
     * File that intake-service has.
     *
     * @param name as the reporter's device names it; it goes nowhere but into the reporter's own form
     */
    public record KeptFile(String id, String name) {

        /** As the form has it. */
        public String value() {
            return id + " " + name;
        }

        static Optional<KeptFile> parse(String value) {
            int space = value.indexOf(' ');
            return space < 0
                    ? Optional.empty()
                    : Optional.of(new KeptFile(value.substring(0, space), value.substring(space + 1)));
        }
    }

    /** File that was not taken. */
    public record RefusedFile(String name, FileRefusalReason reason) {}

    /** The files of a form, those of an earlier attempt first. */
    public record ReportFiles(List<KeptFile> kept, List<RefusedFile> refused) {

        public static final ReportFiles NONE = new ReportFiles(List.of(), List.of());

        public List<String> ids() {
            return kept.stream().map(KeptFile::id).toList();
        }
    }

    /**
     * @param kept values of {@link KeptFile#value()} that are still ticked
     * @param files null when the form was sent without files
     */
    public ReportFiles upload(@Nullable List<String> kept, @Nullable List<MultipartFile> files) {
        List<KeptFile> stored = new ArrayList<>((kept == null ? List.<String>of() : kept)
                .stream()
                        .flatMap(value -> KeptFile.parse(value).stream())
                        .limit(MAX_FILES)
                        .toList());
        List<RefusedFile> refused = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = nameOf(file);
            if (!file.isEmpty() || !name.isEmpty()) {
                switch (stored.size() < MAX_FILES ? upload(file) : refused(FileRefusalReason.TOO_MANY)) {
                    case FileUploadResult.Stored(String id) -> stored.add(new KeptFile(id, name));
                    case FileUploadResult.Refused(FileRefusalReason reason) ->
                        refused.add(new RefusedFile(name, reason));
                }
            }
        }
        return new ReportFiles(List.copyOf(stored), List.copyOf(refused));
    }

    private FileUploadResult upload(MultipartFile file) {
        return file.getSize() > MAX_BYTES
                ? refused(FileRefusalReason.TOO_LARGE)
                : file.isEmpty() ? refused(FileRefusalReason.DAMAGED) : intake.uploadFile(file.getResource());
    }

    private static FileUploadResult refused(FileRefusalReason reason) {
        return new FileUploadResult.Refused(reason);
    }

    private static String nameOf(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("").strip();
        return name.substring(Math.max(0, name.length() - NAME_LENGTH));
    }
}
