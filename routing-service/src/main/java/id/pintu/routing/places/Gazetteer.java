package id.pintu.routing.places;

import id.pintu.events.Report;
import id.pintu.routing.places.PlaceNames.Locality;
import id.pintu.routing.places.Sense.Kind;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.Registry;
import id.pintu.routing.text.Phrases;
import id.pintu.routing.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the country's provinces, kabupaten/kota, kecamatan and villages, and what people call them.
 *
 * <p>A name can mean several regions: Bandung is a kota and a kabupaten, and 600 names are borne by more than one
 * kecamatan. What a text as a whole means is weighed by {@link Mentions}.
 */
public final class Gazetteer {

    private static final Map<String, List<String>> FORMS = Map.of(
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

    /** What stands in the field for the place counts so many times as much as the same words in the text. */
    private static final double DESCRIBED = 2;

    private static final double KOTA = 0.6;
    private static final double KABUPATEN = 0.4;
    private static final double BARE_DISTRICT = 0.35;

    private final Registry registry;
    private final Set<String> everyday;
    private final Landmarks landmarks;
    private final Phrases<Sense> names = new Phrases<>();
    private final Villages villages;

    public Gazetteer(Registry registry, PlaceNames known, Landmarks landmarks) {
        this.registry = registry;
        this.everyday = known.everyday();
        this.landmarks = landmarks;
        this.villages = new Villages(known);
        registry.regions().forEach(this::learn);
        known.districts().forEach(this::learn);
        known.nicknames()
                .forEach(each -> names.add(
                        each.name(),
                        new Sense(each.region().length() == 2 ? Kind.PROVINCE : Kind.REGENCY, each.region(), 1)));
    }

    /**
     * Where a report is about: the region its reporter chose, then its point, the words of its place, and its own.
     *
     * @param text title and text
     */
    public Places locate(Report.Place place, Words text) {
        Optional<Region> chosen = place.regionCode().flatMap(registry::region);
        Mentions mentions = new Mentions(registry, everyday);
        chosen.ifPresent(mentions::chosen);
        place.point().flatMap(landmarks::nearest).ifPresent(mentions::near);
        place.description().map(Words::of).ifPresent(words -> mentions.read(words, found(words), DESCRIBED));
        mentions.read(text, found(text), 1);
        return mentions.weighed();
    }

    private List<Phrases.Match<Sense>> found(Words words) {
        return villages.among(names.in(words), words);
    }

    private void learn(Region region) {
        if (region.isProvince()) {
            Sense sense = new Sense(Kind.PROVINCE, region.code(), 1);
            names.add(region.name(), sense);
            PROVINCE_FORMS.forEach(form -> names.add(form + region.name(), sense));
            return;
        }
        // Nobody says that a kota of Jakarta is an administrative one.
        String name = region.name().replace("Administrasi ", "");
        FORMS.forEach((official, forms) -> {
            if (name.startsWith(official)) {
                String bare = name.substring(official.length());
                forms.forEach(form -> names.add(form + bare, new Sense(Kind.REGENCY, region.code(), 1)));
                names.add(bare, new Sense(Kind.REGENCY, region.code(), official.equals("Kota ") ? KOTA : KABUPATEN));
            }
        });
    }

    private void learn(Locality district) {
        DISTRICT_FORMS.forEach(
                form -> names.add(form + district.name(), new Sense(Kind.DISTRICT, district.regency(), 1)));
        names.add(district.name(), new Sense(Kind.DISTRICT, district.regency(), BARE_DISTRICT));
    }
}
