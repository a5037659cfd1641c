package id.pintu.routing.csv;

import id.pintu.events.SubmittedReport.GeoCoordinates;
import id.pintu.routing.places.Gazetteer;
import id.pintu.routing.places.Landmark;
import id.pintu.routing.places.NearestLandmarkFinder;
import id.pintu.routing.places.PlaceNameCatalog;
import id.pintu.routing.places.PlaceNameCatalog.DistrictOrVillage;
import id.pintu.routing.places.PlaceNameCatalog.RegionNickname;
import id.pintu.routing.registry.InstitutionRegistry;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reader of the bundled tables of places: kecamatan, villages, nicknames of regions, everyday words, landmarks. */
record GazetteerCsvReader(Function<String, Reader> files, InstitutionRegistry registry) {

    static final String LANDMARKS = "landmarks.csv";

    private static final Pattern DISTRICT = Pattern.compile("\\d\\d\\.\\d\\d\\.\\d\\d");
    private static final Pattern VILLAGE = Pattern.compile(DISTRICT + "\\.\\d{4}");

    Gazetteer gazetteer() {
        PlaceNameCatalog names = new PlaceNameCatalog(
                rows("districts.csv", row -> districtOrVillage(row, DISTRICT)),
                rows("villages.csv", row -> districtOrVillage(row, VILLAGE)),
                rows("nicknames.csv", row -> new RegionNickname(row.required("name"), region(row))),
                Set.copyOf(rows("everyday-names.csv", row -> row.required("name"))));
        return new Gazetteer(registry, names, new NearestLandmarkFinder(landmarks()));
    }

    List<Landmark> landmarks() {
        return rows(
                LANDMARKS,
                row -> new Landmark(
                        region(row),
                        row.required("name"),
                        new GeoCoordinates(degrees(row, "latitude"), degrees(row, "longitude"))));
    }

    private DistrictOrVillage districtOrVillage(CsvCells row, Pattern codeFormat) {
        DistrictOrVillage place = new DistrictOrVillage(row.required("code"), row.required("name"));
        if (!codeFormat.matcher(place.code()).matches()) {
            throw new InvalidCellException("code", place.code() + " is no code of this level");
        }
        requireRegion("code", place.regency());
        return place;
    }

    private static double degrees(CsvCells row, String column) {
        row.required(column);
        return row.parsed(column, Double::valueOf, "is a number of degrees").orElseThrow();
    }

    private String region(CsvCells row) {
        String code = row.required("region");
        requireRegion("region", code);
        return code;
    }

    private void requireRegion(String column, String code) {
        if (registry.region(code).isEmpty()) {
            throw new InvalidCellException(column, "there is no region " + code);
        }
    }

    private <T> List<T> rows(String file, Function<CsvCells, T> parse) {
        List<T> rows = new ArrayList<>();
        CsvTableReader.read(file, files, row -> rows.add(parse.apply(row)));
        return rows;
    }
}
