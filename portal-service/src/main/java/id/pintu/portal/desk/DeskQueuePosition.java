package id.pintu.portal.desk;

/**
 * Position in a queue of the desk from which complaints are listed.
 *
 * @param after cursor of the complaint to begin behind; empty for the oldest
 * @param excludedIncident first complaint of an incident that was decided a moment ago; its complaints are left out,
 *     because they stay in the queue until each command is processed. Empty for none
 */
public record DeskQueuePosition(String after, String excludedIncident) {

    public static final DeskQueuePosition OLDEST = new DeskQueuePosition("", "");
}
