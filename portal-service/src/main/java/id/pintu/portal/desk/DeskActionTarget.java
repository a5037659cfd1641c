package id.pintu.portal.desk;

/** Target of an action of the desk: one complaint, or all waiting complaints about one incident. */
public sealed interface DeskActionTarget {

    /** Path template under {@code /v1/desk}. */
    String path();

    /** Complaint id for the path template. */
    String id();

    /** One complaint, without the others about the same incident. */
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
     * All complaints about one incident that wait for the desk.
     *
     * @param firstComplaintId the earliest complaint about the incident
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
}
