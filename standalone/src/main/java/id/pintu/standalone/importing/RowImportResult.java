package id.pintu.standalone.importing;

/** How one row ended. */
sealed interface RowImportResult {

    record Accepted() implements RowImportResult {}

    /** It was taken in before, by an earlier run or an earlier row with the same id. */
    record Repeated() implements RowImportResult {}

    /**
     * @param field what is wrong, as intake or the file names it; empty when it is the row as a whole
     */
    record Refused(String field, String message) implements RowImportResult {}
}
