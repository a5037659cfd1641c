package id.pintu.intake.http;

import id.pintu.support.regions.RegionCatalog;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST controller of {@code GET /v1/regions}: the regions a report form can offer. */
@RestController
class RegionsController {

    private final RegionCatalog regions;

    RegionsController(RegionCatalog regions) {
        this.regions = regions;
    }

    /** Lists the provinces, kabupaten and kota, with the Kemendagri codes by which a report names them. */
    @GetMapping("/v1/regions")
    ResponseEntity<List<RegionCatalog.AdministrativeRegion>> list() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(regions.all());
    }
}
