package id.pintu.portal.oversight;

import java.util.Arrays;

/** Hash table from the bits of complaint ids to row numbers, by open addressing: ids are hashes already. Not thread-safe. */
final class ComplaintRowIndex {

    private static final int EMPTY = -1;

    private final LongColumn ids;
    private int[] rows = emptyRows(1 << 10);
    private int size;

    /** Column of ids by row number, in which the table looks. */
    @FunctionalInterface
    interface LongColumn {
        long at(int row);
    }

    ComplaintRowIndex(LongColumn ids) {
        this.ids = ids;
    }

    /** Row of an id; negative when there is none. */
    int find(long id) {
        return rows[slot(id)];
    }

    void add(long id, int row) {
        if (++size * 3L > rows.length * 2L) {
            int[] former = rows;
            rows = emptyRows(former.length * 2);
            for (int each : former) {
                if (each != EMPTY) {
                    rows[slot(ids.at(each))] = each;
                }
            }
        }
        rows[slot(id)] = row;
    }

    private int slot(long id) {
        int mask = rows.length - 1;
        int slot = Long.hashCode(id * 0x9E3779B97F4A7C15L) & mask;
        while (rows[slot] != EMPTY && ids.at(rows[slot]) != id) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int[] emptyRows(int length) {
        int[] rows = new int[length];
        Arrays.fill(rows, EMPTY);
        return rows;
    }
}
