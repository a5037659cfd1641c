package id.pintu.portal.desk;

/** What an officer decides about. */
public sealed interface DeskActionTarget {

    /** Its address at the desk's interface. */
    String path();

    /** A complaint, whatever else tells of the same. */
    record ComplaintTarget(String complaintId) implements DeskActionTarget {
        @Override
        public String path() {
            return "complaints/{id}";
        }

        @Override
        public String id() {
            return complaintId;
        }
    }

    /**
     * All complaints that wait for the desk and tell of one thing.
     *
     * @param firstComplaintId the one that told of it first
     */
    record IncidentTarget(String firstComplaintId) implements DeskActionTarget {
        @Override
        public String path() {
            return "incidents/{id}";
        }

        @Override
        public String id() {
            return firstComplaintId;
        }
    }

    /** The number that stands in the address. */
    String id();
}
