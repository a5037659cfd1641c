package id.pintu.standalone.importing;

import id.pintu.events.Sha256Digest;
import java.util.HashMap;
import java.util.Map;

/** Index of the rows of a file that were read so far, by 64 bits of their idempotency key. Not thread-safe. */
final class EarlierRowIndex {

    private final Map<Long, RowPosition> rows = new HashMap<>();

    private record RowPosition(long line, long content) {}

    /** What the file has of a row before it. */
    sealed interface EarlierRow {

        /** No row with its id. */
        record FirstRow() implements EarlierRow {}

        /** The same row, in every field. */
        record SameRow(long line) implements EarlierRow {}

        /** A row with its id and other fields. */
        record OtherRowOfSameId(long line) implements EarlierRow {}
    }

    /** Adds a row, and tells what is before it. */
    EarlierRow add(ReportRow row) {
        RowPosition position = new RowPosition(row.line(), bits(row.contentHash()));
        RowPosition earlier = rows.putIfAbsent(bits(Sha256Digest.hexadecimal(row.idempotencyKey())), position);
        if (earlier == null) {
            return new EarlierRow.FirstRow();
        }
        return earlier.content() == position.content()
                ? new EarlierRow.SameRow(earlier.line())
                : new EarlierRow.OtherRowOfSameId(earlier.line());
    }

    private static long bits(String sha256) {
        return Long.parseUnsignedLong(sha256, 0, 16, 16);
    }
}
