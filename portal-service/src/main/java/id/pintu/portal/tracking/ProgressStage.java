package id.pintu.portal.tracking;

import id.pintu.support.explanations.BilingualText;

/** Stage of the progress bar of a complaint, in order. */
public enum ProgressStage {
    RECEIVED("Diterima", "Received"),
    ASSIGNED("Terdisposisi", "Assigned"),
    FOLLOWED_UP("Ditindaklanjuti", "Followed up"),
    RESOLVED("Dijawab", "Resolved"),
    CLOSED("Selesai", "Closed");

    private final String id;
    private final String en;

    ProgressStage(String id, String en) {
        this.id = id;
        this.en = en;
    }

    public BilingualText label() {
        return new BilingualText(id, en);
    }
}
