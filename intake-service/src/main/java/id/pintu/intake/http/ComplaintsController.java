package id.pintu.intake.http;

import id.pintu.events.Door;
import id.pintu.house.http.Problem;
import id.pintu.house.http.Traceparent;
import id.pintu.intake.http.Counter.Receipt;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/complaints}: the door every form, app and partner can use. */
@RestController
class ComplaintsController {

    /** The easternmost zone: wherever the reporter is, its today has not begun later. */
    private static final ZoneId EARLIEST_TODAY = ZoneId.of("Asia/Jayapura");

    private static final int LONGEST_KEY = 255;

    private final Counter counter;
    private final InstantSource clock;

    ComplaintsController(Counter counter, InstantSource clock) {
        this.counter = counter;
        this.clock = clock;
    }

    /** 201 with tracking number and reporter's key; the same again for the same Idempotency-Key. */
    @PostMapping("/v1/complaints")
    ResponseEntity<Receipt> submit(
            @Valid @RequestBody ReportForm form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestHeader(name = "X-Pintu-Door", defaultValue = "web") String doorName,
            @RequestHeader(name = Traceparent.HEADER, required = false) @Nullable String traceparent) {
        if (form.occurredOn() != null
                && form.occurredOn().isAfter(LocalDate.ofInstant(clock.instant(), EARLIEST_TODAY))) {
            throw Problem.ofField("occurredOn", "is in the future");
        }
        Door door = door(doorName);
        Receipt receipt = counter.accept(
                door, keyOf(idempotencyKey), form.report(door), form.reporter(), Traceparent.of(traceparent));
        return ResponseEntity.created(URI.create("/v1/complaints/" + receipt.trackingNumber()))
                .body(receipt);
    }

    private static String keyOf(@Nullable String idempotencyKey) {
        if (idempotencyKey == null) {
            return UUID.randomUUID().toString();
        }
        if (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY) {
            throw Problem.ofField("Idempotency-Key", "has 1 to " + LONGEST_KEY + " characters");
        }
        return idempotencyKey;
    }

    private static Door door(String name) {
        try {
            return Door.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.ofField("X-Pintu-Door", "is not a door; web, app, import, partner, … are");
        }
    }
}
