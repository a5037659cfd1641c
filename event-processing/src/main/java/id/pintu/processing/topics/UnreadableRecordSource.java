package id.pintu.processing.topics;

import java.util.List;

/** Reader of a topic that tells which of its records it could not use. */
public interface UnreadableRecordSource {

    /** Those records, in order, without the ones whose key was written again since. */
    List<UnreadableRecord> unreadableRecords();
}
