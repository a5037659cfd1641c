package id.pintu.portal.pages.oversight;

import id.pintu.portal.oversight.HandlingFigures;
import id.pintu.support.tables.TableColumns;
import id.pintu.support.tables.TableReader;
import id.pintu.support.tables.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Map of the provinces as tiles of one size, from west to east, since most provinces are too small to be seen on a map to scale
 * where others are large. The arrangement is a table of its own: {@code province-tiles.csv}.
 */
final class ProvinceTileMap {

    private static final String TABLE = "/portal/province-tiles.csv";
    private static final TableColumns COLUMNS =
            TableColumns.of(List.of("code", "row", "column", "abbreviation"), List.of());
    private static final int TILE = 44;

    private final List<TableRow> rows;

    private ProvinceTileMap(List<TableRow> rows) {
        this.rows = rows;
    }

    /** Reads the arrangement of this build. */
    static ProvinceTileMap bundled() {
        try (InputStream table = ProvinceTileMap.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException(TABLE + " is not on the class path");
            }
            return new ProvinceTileMap(
                    TableReader.read(table.readAllBytes(), COLUMNS).requireRows());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tile of one province.
     *
     * @param percent followed up; empty without a report
     * @param step shade, 0 without a report, otherwise 1 to 5
     */
    record ProvinceTile(
            String name, String abbreviation, String url, int x, int y, Optional<Integer> percent, int step) {}

    /**
     * @param figures by the two digits of a province
     * @param url of the page of a province, by the two digits
     */
    List<ProvinceTile> tiles(
            Map<String, HandlingFigures> figures, Function<String, String> name, Function<String, String> url) {
        return rows.stream()
                .map(row -> {
                    String code = row.text("code");
                    Optional<Integer> percent =
                            Optional.ofNullable(figures.get(code)).flatMap(HandlingFigures::followedUpPercent);
                    return new ProvinceTile(
                            name.apply(code),
                            row.text("abbreviation"),
                            url.apply(code),
                            Integer.parseInt(row.text("column")) * TILE,
                            Integer.parseInt(row.text("row")) * TILE,
                            percent,
                            percent.map(ShadeSteps::ofPercent).orElse(0));
                })
                .toList();
    }
}
