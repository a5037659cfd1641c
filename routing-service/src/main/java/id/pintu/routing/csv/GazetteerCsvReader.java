package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
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

/** The tables of places: kecamatan, villages, what people call them, and where they lie. */
record GazetteerCsvReader(Function<String, Reader> files, InstitutionRegistry registry) {

    private static final Pattern DISTRICT = Pattern.compile("\\d\\d\\.\\d\\d\\.\\d\\d");
    private static final Pattern VILLAGE = Pattern.compile(DISTRICT + "\\.\\d{4}");

    Gazetteer gazetteer() {
        PlaceNameCatalog names = new PlaceNameCatalog(
                rows("districts.csv", row -> locality(row, DISTRICT)),
                rows("villages.csv", row -> locality(row, VILLAGE)),
                rows("nicknames.csv", this::nickname),
                Set.copyOf(rows("everyday-names.csv", row -> CsvTableReader.required(row, "name"))));
        return new Gazetteer(registry, names, new NearestLandmarkFinder(landmarks()));
    }

    List<Landmark> landmarks() {
        return rows("landmarks.csv", this::landmark);
    }

    private DistrictOrVillage locality(NamedCsvRecord row, Pattern form) {
        DistrictOrVillage locality =
                new DistrictOrVillage(CsvTableReader.required(row, "code"), CsvTableReader.required(row, "name"));
        if (!form.matcher(locality.code()).matches()) {
            throw new IllegalArgumentException("column 'code': no code of this level is " + locality.code());
        }
        requireRegion(locality.regency());
        return locality;
    }

    private RegionNickname nickname(NamedCsvRecord row) {
        return new RegionNickname(CsvTableReader.required(row, "name"), region(row, "region"));
    }

    private Landmark landmark(NamedCsvRecord row) {
        GeoCoordinates point = new GeoCoordinates(
                Double.parseDouble(CsvTableReader.required(row, "latitude")),
                Double.parseDouble(CsvTableReader.required(row, "longitude")));
        return new Landmark(region(row, "region"), CsvTableReader.required(row, "name"), point);
    }

    private String region(NamedCsvRecord row, String column) {
        String code = CsvTableReader.required(row, column);
        requireRegion(code);
        return code;
    }

    private void requireRegion(String code) {
        if (registry.region(code).isEmpty()) {
            throw new IllegalArgumentException("there is no region " + code);
        }
    }

    private <T> List<T> rows(String file, Function<NamedCsvRecord, T> read) {
        List<T> rows = new ArrayList<>();
        CsvTableReader.read(file, files, row -> rows.add(read.apply(row)));
        return rows;
    }
}
