package id.pintu.intake.http;

import id.pintu.events.Door;
import id.pintu.house.categories.Categories;
import id.pintu.house.http.CommandGate;
import id.pintu.house.http.Problem;
import id.pintu.house.http.Traceparent;
import id.pintu.house.regions.Regions;
import id.pintu.intake.http.Counter.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/complaints}: the door every form, app and partner can use. */
@RestController
class ComplaintsController {

    /** The easternmost zone: wherever the reporter is, its today has not begun later. */
    private static final ZoneId EARLIEST_TODAY = ZoneId.of("Asia/Jayapura");

    private final Counter counter;
    private final InstantSource clock;
    private final Categories categories;
    private final Regions regions;

    ComplaintsController(Counter counter, InstantSource clock, Categories categories, Regions regions) {
        this.counter = counter;
        this.clock = clock;
        this.categories = categories;
        this.regions = regions;
    }

    /** 201 with tracking number and reporter's key; the same again for the same Idempotency-Key. */
    @PostMapping("/v1/complaints")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> submit(
            @Valid @RequestBody ReportForm form,
            @RequestHeader(name = "X-Pintu-Door", defaultValue = "web") String doorName,
            HttpServletRequest request) {
        check(form);
        Door door = door(doorName);
        Receipt receipt = counter.accept(
                door,
                CommandGate.idempotencyKey(request),
                form.report(door, categories),
                form.reporter(),
                Traceparent.of(request.getHeader(Traceparent.HEADER)));
        return ResponseEntity.created(URI.create("/v1/complaints/" + receipt.trackingNumber()))
                .body(receipt);
    }

    /** What no annotation of a single field can tell. */
    private void check(ReportForm form) {
        if (form.occurredOn() != null
                && form.occurredOn().isAfter(LocalDate.ofInstant(clock.instant(), EARLIEST_TODAY))) {
            throw Problem.ofField("occurredOn", "is in the future");
        }
        if (form.category() != null
                && !form.category().isBlank()
                && categories.find(form.category()).isEmpty()) {
            throw Problem.ofField("category", "is not on the list at /v1/categories");
        }
        if (form.place() != null) {
            form.place().region().filter(code -> !regions.has(code)).ifPresent(code -> {
                throw Problem.ofField("place.regionCode", "is not on the list at /v1/regions");
            });
            form.place().missing().ifPresent(field -> {
                throw Problem.ofField(field, "is missing: a point has latitude and longitude");
            });
        }
    }

    private static Door door(String name) {
        try {
            return Door.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.ofField("X-Pintu-Door", "is not a door; web, app, import, partner, … are");
        }
    }
}
