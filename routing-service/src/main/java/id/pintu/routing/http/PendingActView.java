package id.pintu.routing.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * Response body of an act that waits.
 *
 * @param command id of the command, by which it can be undone
 * @param executesAt until when
 */
record PendingActView(@JsonProperty("pending") UUID command, Instant executesAt) {}
