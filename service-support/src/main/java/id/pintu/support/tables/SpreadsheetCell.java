package id.pintu.support.tables;

import java.util.regex.Pattern;

/**
 * Escaping of cells that a spreadsheet would take for a formula: those that begin with {@code = + - @}, a tab or a carriage
 * return get a leading apostrophe, which a spreadsheet does not show. So do those that begin with apostrophes before such a
 * character, so that every text comes back unchanged.
 */
final class SpreadsheetCell {

    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\t\r]");
    private static final Pattern ESCAPED = Pattern.compile("'+[=+\\-@\t\r]");

    private SpreadsheetCell() {}

    static String escape(String text) {
        return DANGEROUS.matcher(text).lookingAt() ? "'" + text : text;
    }

    static String unescape(String cell) {
        return ESCAPED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
