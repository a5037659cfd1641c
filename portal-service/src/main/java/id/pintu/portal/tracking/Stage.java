package id.pintu.portal.tracking;

import id.pintu.house.telling.Words;

/** The stations of every complaint's way, for a picture of its progress. */
public enum Stage {
    RECEIVED("Diterima", "Received"),
    ASSIGNED("Terdisposisi", "Assigned"),
    FOLLOWED_UP("Ditindaklanjuti", "Followed up"),
    RESOLVED("Dijawab", "Resolved"),
    CLOSED("Selesai", "Closed");

    private final String id;
    private final String en;

    Stage(String id, String en) {
        this.id = id;
        this.en = en;
    }

    public Words words() {
        return new Words(id, en);
    }
}
