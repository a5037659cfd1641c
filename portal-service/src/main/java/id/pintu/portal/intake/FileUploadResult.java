package id.pintu.portal.intake;

/** Result of uploading a file for a report. */
public sealed interface FileUploadResult {

    /** @param id for the report's {@code attachments} */
    record Stored(String id) implements FileUploadResult {}

    record Refused(FileRefusalReason reason) implements FileUploadResult {}

    /** Why a file was not taken; end of the keys of messages. */
    enum FileRefusalReason {
        TYPE,
        TOO_LARGE,
        DAMAGED,
        INFECTED,
        TOO_MANY,
        /** It may be taken later. */
        UNAVAILABLE
    }
}
