package id.pintu.support.categories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryCatalogTest {

    private final CategoryCatalog categories = CategoryCatalog.bundled();

    @Test
    void containsTheWholeTable() {
        assertThat(categories.names()).hasSize(38).contains("AGAMA", "TOPIK LAINNYA");
        assertThat(categories.names().stream()
                        .mapToInt(each -> categories.subcategoriesOf(each).size())
                        .sum())
                .isEqualTo(929);
    }

    @Test
    void findsEveryEntryOfTheTable() {
        for (String category : categories.names()) {
            assertThat(categories.find(category)).contains(category);
            for (String subcategory : categories.subcategoriesOf(category)) {
                String whole = category + "/" + subcategory;
                assertThat(categories.find(whole)).contains(whole);
            }
        }
    }

    @Test
    void ignoresCaseAndSurroundingBlanks() {
        assertThat(categories.find(" agama/haji dan umroh ")).contains("AGAMA/HAJI DAN UMROH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "AGAMA/", "AGAMA/JALAN", "HAJI DAN UMROH", "AGAMA/HAJI DAN UMROH/LAGI"})
    void doesNotFindAnyOtherText(String typed) {
        assertThat(categories.find(typed)).isEmpty();
    }
}
