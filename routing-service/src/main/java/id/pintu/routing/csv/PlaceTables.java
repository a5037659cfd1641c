package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.events.Report.Point;
import id.pintu.routing.places.Gazetteer;
import id.pintu.routing.places.Landmark;
import id.pintu.routing.places.Landmarks;
import id.pintu.routing.places.PlaceNames;
import id.pintu.routing.places.PlaceNames.Locality;
import id.pintu.routing.places.PlaceNames.Nickname;
import id.pintu.routing.registry.Registry;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The tables of places: kecamatan, villages, what people call them, and where they lie. */
record PlaceTables(Function<String, Reader> files, Registry registry) {

    private static final Pattern DISTRICT = Pattern.compile("\\d\\d\\.\\d\\d\\.\\d\\d");
    private static final Pattern VILLAGE = Pattern.compile(DISTRICT + "\\.\\d{4}");

    Gazetteer gazetteer() {
        PlaceNames names = new PlaceNames(
                rows("districts.csv", row -> locality(row, DISTRICT)),
                rows("villages.csv", row -> locality(row, VILLAGE)),
                rows("nicknames.csv", this::nickname),
                Set.copyOf(rows("everyday-names.csv", row -> TableFile.required(row, "name"))));
        return new Gazetteer(registry, names, new Landmarks(landmarks()));
    }

    List<Landmark> landmarks() {
        return rows("landmarks.csv", this::landmark);
    }

    private Locality locality(NamedCsvRecord row, Pattern form) {
        Locality locality = new Locality(TableFile.required(row, "code"), TableFile.required(row, "name"));
        if (!form.matcher(locality.code()).matches()) {
            throw new IllegalArgumentException("column 'code': no code of this level is " + locality.code());
        }
        mustBeRegion(locality.regency());
        return locality;
    }

    private Nickname nickname(NamedCsvRecord row) {
        return new Nickname(TableFile.required(row, "name"), region(row, "region"));
    }

    private Landmark landmark(NamedCsvRecord row) {
        Point point = new Point(
                Double.parseDouble(TableFile.required(row, "latitude")),
                Double.parseDouble(TableFile.required(row, "longitude")));
        return new Landmark(region(row, "region"), TableFile.required(row, "name"), point);
    }

    private String region(NamedCsvRecord row, String column) {
        String code = TableFile.required(row, column);
        mustBeRegion(code);
        return code;
    }

    private void mustBeRegion(String code) {
        if (registry.region(code).isEmpty()) {
            throw new IllegalArgumentException("there is no region " + code);
        }
    }

    private <T> List<T> rows(String file, Function<NamedCsvRecord, T> read) {
        List<T> rows = new ArrayList<>();
        TableFile.read(file, files, row -> rows.add(read.apply(row)));
        return rows;
    }
}
