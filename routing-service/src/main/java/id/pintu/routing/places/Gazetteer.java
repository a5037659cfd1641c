package id.pintu.routing.places;

import id.pintu.events.SubmittedReport;
import id.pintu.routing.places.PlaceNameCatalog.DistrictOrVillage;
import id.pintu.routing.places.PlaceNameMeaning.PlaceKind;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.Region;
import id.pintu.routing.text.PhraseMatcher;
import id.pintu.routing.text.TokenizedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gazetteer of Indonesia's provinces, kabupaten/kota, kecamatan and villages with their common nicknames, which locates
 * a report.
 *
 * <p>A name can refer to several regions: Bandung is a kota and a kabupaten, and 600 names belong to more than one
 * kecamatan. {@link RegionScorer} weighs all names of a text together.
 */
public final class Gazetteer {

    private static final Map<String, List<String>> REGENCY_FORMS = Map.of(
            "Kabupaten ",
                    List.of("kabupaten ", "kab ", "pemkab ", "pemerintah kabupaten ", "bupati ", "polres ", "kejari "),
            "Kota ",
                    List.of(
                            "kota ",
                            "pemkot ",
                            "pemko ",
                            "kodya ",
                            "kotamadya ",
                            "pemerintah kota ",
                            "walikota ",
                            "wali kota "));

    private static final List<String> PROVINCE_FORMS =
            List.of("provinsi ", "propinsi ", "prov ", "prop ", "pemprov ", "gubernur ", "polda ", "kanwil ");

    private static final List<String> DISTRICT_FORMS =
            List.of("kecamatan ", "kec ", "kecamatn ", "camat ", "distrik ", "polsek ", "kua ");

    /** Weight of a name in the location field, relative to the same name in the text. */
    private static final double DESCRIPTION_FACTOR = 2;

    private static final double BARE_KOTA_WEIGHT = 0.6;
    private static final double BARE_KABUPATEN_WEIGHT = 0.4;
    private static final double BARE_DISTRICT_WEIGHT = 0.35;

    private final InstitutionRegistry registry;
    private final Set<String> everydayWords;
    private final NearestLandmarkFinder landmarkFinder;
    private final PhraseMatcher<PlaceNameMeaning> names = new PhraseMatcher<>();
    private final VillageNameMatcher villageMatcher;

    public Gazetteer(InstitutionRegistry registry, PlaceNameCatalog catalog, NearestLandmarkFinder landmarkFinder) {
        this.registry = registry;
        this.everydayWords = catalog.everydayWords();
        this.landmarkFinder = landmarkFinder;
        this.villageMatcher = new VillageNameMatcher(catalog);
        registry.regions().forEach(this::addNames);
        catalog.districts().forEach(this::addNames);
        catalog.nicknames()
                .forEach(each -> names.add(
                        each.name(),
                        new PlaceNameMeaning(
                                each.region().length() == 2 ? PlaceKind.PROVINCE : PlaceKind.REGENCY,
                                each.region(),
                                1)));
    }

    /**
     * Ranks the regions a report can be about, by the region its reporter chose, its coordinates, its location
     * description and its text.
     *
     * @param text title and text
     */
    public RegionRanking locate(SubmittedReport.ReportedLocation location, TokenizedText text) {
        Optional<Region> chosen = location.regionCode().flatMap(registry::region);
        RegionScorer scorer = new RegionScorer(registry, everydayWords);
        chosen.ifPresent(scorer::addChosenRegion);
        location.point().flatMap(landmarkFinder::nearest).ifPresent(scorer::addNearestLandmark);
        location.description()
                .map(TokenizedText::of)
                .ifPresent(words -> scorer.addMatches(words, findNames(words), DESCRIPTION_FACTOR));
        scorer.addMatches(text, findNames(text), 1);
        return scorer.ranking();
    }

    private List<PhraseMatcher.PhraseMatch<PlaceNameMeaning>> findNames(TokenizedText words) {
        return villageMatcher.withVillages(names.findIn(words), words);
    }

    private void addNames(Region region) {
        if (region.isProvince()) {
            PlaceNameMeaning meaning = new PlaceNameMeaning(PlaceKind.PROVINCE, region.code(), 1);
            names.add(region.name(), meaning);
            PROVINCE_FORMS.forEach(form -> names.add(form + region.name(), meaning));
            return;
        }
        // People leave out "Administrasi" when they name a kota of Jakarta.
        String name = region.name().replace("Administrasi ", "");
        REGENCY_FORMS.forEach((official, forms) -> {
            if (name.startsWith(official)) {
                String bare = name.substring(official.length());
                forms.forEach(
                        form -> names.add(form + bare, new PlaceNameMeaning(PlaceKind.REGENCY, region.code(), 1)));
                names.add(
                        bare,
                        new PlaceNameMeaning(
                                PlaceKind.REGENCY,
                                region.code(),
                                official.equals("Kota ") ? BARE_KOTA_WEIGHT : BARE_KABUPATEN_WEIGHT));
            }
        });
    }

    private void addNames(DistrictOrVillage district) {
        DISTRICT_FORMS.forEach(form ->
                names.add(form + district.name(), new PlaceNameMeaning(PlaceKind.DISTRICT, district.regency(), 1)));
        names.add(district.name(), new PlaceNameMeaning(PlaceKind.DISTRICT, district.regency(), BARE_DISTRICT_WEIGHT));
    }
}
