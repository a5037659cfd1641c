package id.pintu.processing.deadletters;

/** Position of a record in Kafka. */
public record RecordPosition(String topic, int partition, long offset) {

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }

    /**
     * @param text {@code topic-partition@offset}
     * @throws IllegalArgumentException when it is none
     */
    static RecordPosition parse(String text) {
        int at = text.lastIndexOf('@');
        int dash = text.lastIndexOf('-', Math.max(at, 0));
        if (at < 0 || dash < 0) {
            throw new IllegalArgumentException("no position");
        }
        return new RecordPosition(
                text.substring(0, dash),
                Integer.parseInt(text.substring(dash + 1, at)),
                Long.parseLong(text.substring(at + 1)));
    }
}
