package id.pintu.sla.calendar;

import id.pintu.events.SlaEvent.Basis;
import id.pintu.events.SlaEvent.Pause;
import id.pintu.events.SlaEvent.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An explanation in words an official can put in a letter: Indonesian, and the same in English behind a slash. */
public final class Letter {

    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", INDONESIAN);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy 'pukul' HH.mm", INDONESIAN);
    private static final Map<String, String> ZONES =
            Map.of("Asia/Jakarta", "WIB", "Asia/Pontianak", "WIB", "Asia/Makassar", "WITA", "Asia/Jayapura", "WIT");

    private Letter() {}

    /** One text a line. */
    public static List<String> lines(Explanation why) {
        ZoneId zone = why.zone();
        Basis basis = why.basis();
        List<String> lines = new ArrayList<>();
        lines.add("Diterima / received: " + moment(basis.start(), zone));
        lines.add("Batas waktu / limit: " + basis.days() + " " + unit(basis.unit()));
        lines.add("");
        why.lines().forEach(line -> lines.add("%-28s %s".formatted(DAY.format(line.date()), words(line))));
        for (Pause pause : basis.pauses()) {
            lines.add("Jeda / paused: " + moment(pause.from(), zone) + " – " + moment(pause.to(), zone)
                    + ", menunggu jawaban pelapor / waiting for the reporter");
        }
        for (int year : why.undecreedYears()) {
            lines.add("SEMENTARA / PROVISIONAL: hari libur tahun " + year
                    + " belum ditetapkan / holidays of that year are not decreed yet");
        }
        lines.add("");
        lines.add("Jatuh tempo / due: " + moment(why.due(), zone));
        return lines;
    }

    private static String words(Explanation.Line line) {
        return switch (line.mark()) {
            case AFTER_HOURS -> "setelah jam kerja / after office hours";
            case DAY_ZERO -> "hari 0: hari diterima / day 0";
            case COUNTED -> "hari " + line.count() + " / day " + line.count();
            case WEEKEND -> "akhir pekan / weekend";
            case CLOSED -> "libur: " + line.name() + " (" + line.decree() + ") / closed";
            case PAUSED -> "jeda / paused";
        };
    }

    private static String unit(Unit unit) {
        return switch (unit) {
            case WORKING_DAYS -> "hari kerja / working days";
            case CALENDAR_DAYS -> "hari kalender / calendar days";
        };
    }

    private static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone)) + " " + ZONES.getOrDefault(zone.getId(), zone.getId());
    }
}
