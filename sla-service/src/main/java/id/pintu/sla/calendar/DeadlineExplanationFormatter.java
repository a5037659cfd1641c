package id.pintu.sla.calendar;

import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineUnit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stateless formatter of a {@link DeadlineExplanation} as text for an official letter: Indonesian, a slash, the same in English. */
public final class DeadlineExplanationFormatter {

    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", INDONESIAN);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy 'pukul' HH.mm", INDONESIAN);
    private static final Map<String, String> ZONES =
            Map.of("Asia/Jakarta", "WIB", "Asia/Pontianak", "WIB", "Asia/Makassar", "WITA", "Asia/Jayapura", "WIT");

    private DeadlineExplanationFormatter() {}

    /** The lines of the text, without line ends. */
    public static List<String> lines(DeadlineExplanation explanation) {
        ZoneId zone = explanation.zone();
        DeadlineBasis basis = explanation.basis();
        List<String> lines = new ArrayList<>();
        lines.add("Diterima / received: " + moment(basis.start(), zone));
        lines.add("Batas waktu / limit: " + basis.days() + " " + unit(basis.unit()));
        lines.add("");
        explanation.lines().forEach(day -> lines.add("%-28s %s".formatted(DAY.format(day.date()), describe(day))));
        for (ClockPause pause : basis.pauses()) {
            lines.add("Jeda / paused: " + moment(pause.from(), zone) + " – " + moment(pause.to(), zone)
                    + ", menunggu jawaban pelapor / waiting for the reporter");
        }
        basis.grace()
                .ifPresent(grace -> lines.add("Sekurang-kurangnya / at least: " + grace.workingDays()
                        + " hari kerja sejak / working days from "
                        + moment(grace.from(), zone)
                        + ", saat batas waktu ini ditetapkan / when this limit was set"));
        basis.extension()
                .ifPresent(extension -> lines.add("Diperpanjang / extended: " + extension.workingDays()
                        + " hari kerja / working days, diminta / asked for on " + moment(extension.from(), zone)));
        for (int year : explanation.undecreedYears()) {
            lines.add("SEMENTARA / PROVISIONAL: hari libur tahun " + year
                    + " belum ditetapkan / holidays of that year are not decreed yet");
        }
        lines.add("");
        lines.add("Jatuh tempo / due: " + moment(explanation.due(), zone));
        return lines;
    }

    private static String describe(DeadlineExplanation.ExplainedDay day) {
        return switch (day.mark()) {
            case AFTER_HOURS -> "setelah jam kerja / after office hours";
            case DAY_ZERO -> "hari 0: hari diterima / day 0";
            case COUNTED -> "hari " + day.count() + " / day " + day.count();
            case WEEKEND -> "akhir pekan / weekend";
            case CLOSED -> "libur: " + day.name() + " (" + day.decree() + ") / closed";
            case PAUSED -> "jeda / paused";
        };
    }

    private static String unit(DeadlineUnit unit) {
        return switch (unit) {
            case WORKING_DAYS -> "hari kerja / working days";
            case CALENDAR_DAYS -> "hari kalender / calendar days";
        };
    }

    private static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone)) + " " + ZONES.getOrDefault(zone.getId(), zone.getId());
    }
}
