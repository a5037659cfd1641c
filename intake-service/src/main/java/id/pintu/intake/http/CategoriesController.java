package id.pintu.intake.http;

import id.pintu.support.categories.CategoryCatalog;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST controller of {@code GET /v1/categories}: the categories a report form can offer. */
@RestController
class CategoriesController {

    private final CategoryCatalog categories;

    CategoriesController(CategoryCatalog categories) {
        this.categories = categories;
    }

    /** Lists the categories of a report. */
    @GetMapping("/v1/categories")
    ResponseEntity<List<CategoryView>> list() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(categories.names().stream()
                        .map(name -> new CategoryView(name, categories.subcategoriesOf(name)))
                        .toList());
    }

    /** A category and its subcategories; a report names one as {@code CATEGORY} or {@code CATEGORY/SUBCATEGORY}. */
    record CategoryView(String category, List<String> subcategories) {}
}
