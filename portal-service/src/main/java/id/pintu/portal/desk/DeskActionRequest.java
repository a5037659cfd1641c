package id.pintu.portal.desk;

/** What the desk can do with a complaint that waits for it. Each is the body of its request as it stands. */
public sealed interface DeskActionRequest {

    /** The last part of its address. */
    String path();

    /** Gives it to one of its choices, counted from 1. */
    record AssignCandidate(int choice) implements DeskActionRequest {
        @Override
        public String path() {
            return "assign";
        }
    }

    /** Gives it to the institution with this code. */
    record AssignInstitution(String institution) implements DeskActionRequest {
        @Override
        public String path() {
            return "assign";
        }
    }

    /** Lays it aside; the reporter reads the reason. */
    record ArchiveComplaint(String ground, String reason) implements DeskActionRequest {
        @Override
        public String path() {
            return "archive";
        }
    }

    /** Decides between institutions that do not agree. */
    record GiveRuling(String institution, String grounds) implements DeskActionRequest {
        @Override
        public String path() {
            return "rule";
        }
    }
}
