package id.pintu.portal.desk;

import java.util.Set;

/** What became of something the desk did. */
public sealed interface Outcome {

    /**
     * It is done, or in line and as good as done.
     *
     * @param complaints with how many; none when all that told of an incident had gone
     */
    record Taken(int complaints) implements Outcome {}

    /** The complaint does not wait here any more: another officer was quicker. */
    record Gone() implements Outcome {}

    /** These fields of the act have to be changed first. */
    record Malformed(Set<String> fields) implements Outcome {
        public Malformed {
            fields = Set.copyOf(fields);
        }
    }

    /** The key is not the desk's, or not any more. */
    record Locked() implements Outcome {}

    /** Nobody took it. Doing it again is safe, whatever happened. */
    record Unavailable() implements Outcome {}
}
