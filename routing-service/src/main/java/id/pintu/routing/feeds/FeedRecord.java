package id.pintu.routing.feeds;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Record of a feed in the JSON format of CloudEvents 1.0: the same id, type, time, attributes and data as in the topic.
 *
 * @param cursor where the feed goes on after this record
 * @param attributes of CloudEvents, such as {@code id}, {@code type}, {@code time} and {@code subject}
 * @param data as in the topic: an assignment, a reply, or another event with the complaint after it
 */
public record FeedRecord(
        @JsonProperty("cursor") String cursor,
        @JsonAnyGetter Map<String, String> attributes,
        @JsonProperty("data") JsonNode data) {

    public FeedRecord {
        attributes = Map.copyOf(attributes);
    }
}
