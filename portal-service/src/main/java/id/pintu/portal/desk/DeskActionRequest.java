package id.pintu.portal.desk;

/** Action of the desk on a waiting complaint. Each alternative is the JSON body of its request. */
public sealed interface DeskActionRequest {

    /** The last segment of the request's path. */
    String path();

    /**
     * Assigns to a candidate of the complaint.
     *
     * @param choice number of the candidate, from 1
     */
    record AssignCandidate(int choice) implements DeskActionRequest {
        @Override
        public String path() {
            return "assign";
        }
    }

    /** Assigns to the institution with this code. */
    record AssignInstitution(String institution) implements DeskActionRequest {
        @Override
        public String path() {
            return "assign";
        }
    }

    /** Archives without an institution; the reporter reads the reason. */
    record ArchiveComplaint(String ground, String reason) implements DeskActionRequest {
        @Override
        public String path() {
            return "archive";
        }
    }

    /** Rules which of the disputing institutions is responsible. */
    record GiveRuling(String institution, String grounds) implements DeskActionRequest {
        @Override
        public String path() {
            return "rule";
        }
    }
}
