package id.pintu.portal.desk;

/** What an officer decides about. */
public sealed interface Matter {

    /** Its address at the desk's interface. */
    String path();

    /** A complaint, whatever else tells of the same. */
    record One(String complaint) implements Matter {
        @Override
        public String path() {
            return "complaints/{id}";
        }

        @Override
        public String id() {
            return complaint;
        }
    }

    /**
     * All complaints that wait for the desk and tell of one thing.
     *
     * @param first the one that told of it first
     */
    record Incident(String first) implements Matter {
        @Override
        public String path() {
            return "incidents/{id}";
        }

        @Override
        public String id() {
            return first;
        }
    }

    /** The number that stands in the address. */
    String id();
}
