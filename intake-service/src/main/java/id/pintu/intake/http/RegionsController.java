package id.pintu.intake.http;

import id.pintu.support.regions.RegionCatalog;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/regions}: where a report can be about, for whoever makes a form. */
@RestController
class RegionsController {

    private final RegionCatalog regions;

    RegionsController(RegionCatalog regions) {
        this.regions = regions;
    }

    /** The provinces, kabupaten and kota a report can name by their Kemendagri code. */
    @GetMapping("/v1/regions")
    ResponseEntity<List<RegionCatalog.AdministrativeRegion>> list() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(regions.all());
    }
}
