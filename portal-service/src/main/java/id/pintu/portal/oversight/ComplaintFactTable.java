package id.pintu.portal.oversight;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The facts of all complaints, in memory: columns of primitive values, so that figures of a million complaints are a scan of
 * some arrays. It keeps 64 bits of the id of every event that it folded, so a repeated event changes nothing. Thread-safe.
 */
public final class ComplaintFactTable {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<FactColumns> parts = new ArrayList<>();
    private final CodeDictionary institutions = new CodeDictionary();
    private final CodeDictionary categories = new CodeDictionary();
    private final ComplaintRowIndex rows = new ComplaintRowIndex(this::idAt);
    private int size;

    /** Folds an event, unless that was done before. */
    public void apply(ComplaintEvent event) {
        if (!ComplaintFactsProjection.isRelevant(event.getClass())) {
            return;
        }
        lock.writeLock().lock();
        try {
            int row = rowOf(event.complaintId().bits());
            FactColumns part = part(row);
            if (part.markSeen(index(row), idBits(event.id()))) {
                ComplaintFacts facts = part.get(index(row), institutions, categories);
                part.set(index(row), ComplaintFactsProjection.evolve(facts, event), institutions, categories);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Number of complaints. */
    public int size() {
        return read(() -> size);
    }

    /** Runs over all complaints that were received, while no event is folded. The row is valid until the next one. */
    void forEach(Consumer<FactRow> reader) {
        read(() -> {
            for (FactColumns part : parts) {
                FactRow cursor = new FactRow(institutions, categories, part);
                int end = part == parts.getLast() ? index(size - 1) + 1 : FactColumns.ROWS;
                for (int i = 0; i < end; i++) {
                    if (cursor.moveTo(i)) {
                        reader.accept(cursor);
                    }
                }
            }
            return size;
        });
    }

    private <T> T read(Supplier<T> reading) {
        lock.readLock().lock();
        try {
            return reading.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private int rowOf(long id) {
        int known = rows.find(id);
        if (known >= 0) {
            return known;
        }
        if (size == parts.size() * FactColumns.ROWS) {
            parts.add(new FactColumns());
        }
        int row = size++;
        FactColumns part = part(row);
        part.ids[index(row)] = id;
        part.set(index(row), ComplaintFacts.NONE, institutions, categories);
        rows.add(id, row);
        return row;
    }

    private long idAt(int row) {
        return part(row).ids[index(row)];
    }

    private FactColumns part(int row) {
        return parts.get(row / FactColumns.ROWS);
    }

    private static int index(int row) {
        return row % FactColumns.ROWS;
    }

    private static long idBits(UUID id) {
        long bits = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
        return bits == 0 ? 1 : bits;
    }

    /** Row of the table that is read. */
    static final class FactRow {

        private final CodeDictionary institutions;
        private final CodeDictionary categories;
        private final FactColumns part;
        private int i;

        private FactRow(CodeDictionary institutions, CodeDictionary categories, FactColumns part) {
            this.institutions = institutions;
            this.categories = categories;
            this.part = part;
        }

        private boolean moveTo(int index) {
            i = index;
            return part.receivedAt[i] != FactTime.NONE;
        }

        ComplaintId id() {
            return ComplaintId.ofBits(part.ids[i]);
        }

        /** Number of the institution, below {@link #institutionCount()}. */
        int institutionNumber() {
            return part.institution[i];
        }

        int institutionCount() {
            return institutions.size();
        }

        /** Code of the institution; empty for the national desk. */
        String institution() {
            return institutions.text(part.institution[i]);
        }

        int categoryNumber() {
            return part.category[i];
        }

        int categoryCount() {
            return categories.size();
        }

        String category() {
            return categories.text(part.category[i]);
        }

        /** Ordinal of the channel. */
        int channel() {
            return part.channel[i];
        }

        /** Ordinal of the kind. */
        int kind() {
            return part.kind[i];
        }

        int assignment() {
            return part.assignment[i];
        }

        int receivedAt() {
            return part.receivedAt[i];
        }

        int firstAssignedAt() {
            return part.firstAssignedAt[i];
        }

        int since() {
            return part.since[i];
        }

        int firstActAt() {
            return part.firstActAt[i];
        }

        int answeredAt() {
            return part.answeredAt[i];
        }

        boolean has(FactFlag flag) {
            return (part.flags[i] & flag.bit()) != 0;
        }

        /** How far the complaint is. */
        ComplaintProgress progress() {
            if (part.answeredAt[i] != FactTime.NONE) {
                return ComplaintProgress.DONE;
            }
            if (has(FactFlag.ENDED)) {
                return ComplaintProgress.ENDED;
            }
            return part.firstActAt[i] == FactTime.NONE ? ComplaintProgress.WAITING : ComplaintProgress.IN_PROGRESS;
        }
    }
}
