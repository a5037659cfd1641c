package id.pintu.portal.pdf;

import id.pintu.portal.oversight.HandlingFigures;
import id.pintu.portal.oversight.NationFigures.InstitutionFigures;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.HeaderFooter;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writer of the figures of institutions as a PDF for a review meeting: the sentence first, then the table. */
@Component
public final class OversightPdfWriter {

    private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 15);
    private static final Font SENTENCE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 12);
    private static final Font TEXT = FontFactory.getFont(FontFactory.HELVETICA, 9);
    private static final Font HEAD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 8);
    private static final Color HEAD_GROUND = new Color(0xE6, 0xEA, 0xEF);
    private static final float[] WIDTHS = {26, 8, 8, 8, 9, 8, 8, 8, 9, 8, 8};
    private static final List<String> COLUMNS = List.of(
            "institution",
            "connected",
            "active",
            "received",
            "followed-up",
            "selesai",
            "proses",
            "waiting",
            "on-time",
            "days",
            "longest");
    private static final String NOTHING = "–";

    private final MessageSource messages;

    OversightPdfWriter(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param province its name; empty for the nation
     * @param dates of the period, in words
     * @param asOf until when events are counted, in words; empty while that is incomplete
     */
    public byte[] write(
            String province,
            String dates,
            Optional<String> asOf,
            HandlingFigures total,
            List<InstitutionFigures> institutions,
            Locale locale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4.rotate(), 36, 36, 36, 44);
        PdfWriter.getInstance(document, bytes);
        String title = province.isEmpty()
                ? text(locale, "oversight.nation.title")
                : text(locale, "oversight.province.title", province);
        document.addTitle(title);
        document.setDocumentLanguage(locale.getLanguage().equals("en") ? "en" : "id");
        HeaderFooter footer = new HeaderFooter(new Phrase(text(locale, "oversight.pdf.page") + " ", TEXT), true);
        footer.setAlignment(Element.ALIGN_RIGHT);
        footer.setBorder(Rectangle.NO_BORDER);
        document.setFooter(footer);
        document.open();
        document.add(new Paragraph(title, TITLE));
        document.add(new Paragraph(text(locale, "oversight.pdf.period", dates), TEXT));
        Paragraph sentence = new Paragraph(headline(total, locale), SENTENCE);
        sentence.setSpacingBefore(8);
        sentence.setSpacingAfter(4);
        document.add(sentence);
        document.add(new Paragraph(
                asOf.map(at -> text(locale, "oversight.as-of", at))
                        .orElseGet(() -> text(locale, "oversight.incomplete")),
                TEXT));
        PdfPTable table = table(institutions, locale);
        table.setSpacingBefore(8);
        document.add(table);
        Paragraph hint = new Paragraph(text(locale, "oversight.hint"), TEXT);
        hint.setSpacingBefore(8);
        document.add(hint);
        document.close();
        return bytes.toByteArray();
    }

    private String headline(HandlingFigures of, Locale locale) {
        return of.received() == 0
                ? text(locale, "oversight.headline.none")
                : text(
                        locale,
                        "oversight.headline",
                        of.received(),
                        of.followedUpPercent().orElse(0),
                        of.donePercent().orElse(0),
                        of.inProgressPercent().orElse(0));
    }

    private PdfPTable table(List<InstitutionFigures> institutions, Locale locale) {
        PdfPTable table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        COLUMNS.forEach(column -> {
            PdfPCell cell = cell(text(locale, "oversight.column." + column), HEAD, column.equals("institution"));
            cell.setBackgroundColor(HEAD_GROUND);
            table.addCell(cell);
        });
        institutions.forEach(each -> row(table, each, locale));
        return table;
    }

    private void row(PdfPTable table, InstitutionFigures each, Locale locale) {
        HandlingFigures of = each.figures();
        table.addCell(cell(each.institution().shortName(), TEXT, true));
        add(table, yesOrNo(Optional.of(each.institution().connected()), locale));
        add(table, yesOrNo(each.active(), locale));
        add(table, number(of.received(), locale));
        add(table, number(of.followedUp(), locale) + percent(of.followedUpPercent()));
        add(table, number(of.done(), locale) + percent(of.donePercent()));
        add(table, number(of.inProgress(), locale) + percent(of.inProgressPercent()));
        add(table, number(of.waiting(), locale));
        add(table, of.onTimePercent().map(value -> value + " %").orElse(NOTHING));
        add(table, of.answer().map(days -> days.median() + " / " + days.p90()).orElse(NOTHING));
        add(table, of.longest().map(longest -> number(longest.days(), locale)).orElse(NOTHING));
    }

    private static void add(PdfPTable table, String text) {
        table.addCell(cell(text, TEXT, false));
    }

    private static PdfPCell cell(String text, Font font, boolean left) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setHorizontalAlignment(left ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        cell.setPadding(3);
        cell.setBorderWidth(0.4f);
        cell.setBorderColor(Color.GRAY);
        return cell;
    }

    private String yesOrNo(Optional<Boolean> value, Locale locale) {
        return value.map(yes -> text(locale, yes ? "oversight.yes" : "oversight.no"))
                .orElse(NOTHING);
    }

    private static String percent(Optional<Integer> value) {
        return value.map(percent -> " (" + percent + " %)").orElse("");
    }

    private static String number(int value, Locale locale) {
        return String.format(locale, "%,d", value);
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
