package id.pintu.standalone;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.WireJsonMapper;
import id.pintu.sla.calendar.DeadlineCalculator;
import id.pintu.sla.calendar.DeadlineExplanation;
import id.pintu.sla.calendar.DeadlineExplanationFormatter;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.calendar.OfficeHours;
import id.pintu.sla.csv.HolidayCsvCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code pintu deadline}: calculates a deadline and explains it day by day, without a running server. */
@Command(
        name = "deadline",
        description = "Calculate a deadline in working days, and explain it day by day.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = "2:an option or a row of the file is invalid; the reason is on standard error",
        footer = "%nThe last line is the due time, in ISO-8601 with offset.")
final class DeadlineCliCommand implements Callable<Integer> {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "Start, such as 2026-03-18T15:30 (local) or with an offset.")
    private Optional<String> start = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Asia/Jakarta",
            description = "Asia/Jakarta (the default), Asia/Makassar or Asia/Jayapura.")
    private String zone = "Asia/Jakarta";

    @Option(names = "--days", paramLabel = "N", defaultValue = "0", description = "Limit in days, 1 or more.")
    private int days;

    @Option(names = "--calendar-days", description = "Count calendar days; the end is moved to a working day.")
    private boolean calendarDays;

    @Option(
            names = "--institution",
            paramLabel = "CODE",
            defaultValue = "",
            description = "Institution whose regional holidays count, such as D.51.71.")
    private String institution = "";

    @Option(
            names = "--holidays",
            paramLabel = "FILE",
            description = "Another table of holidays: date,name,kind,source[,scope].")
    private Optional<Path> holidays = Optional.empty();

    @Option(names = "--json", description = "Print the explanation as JSON, in one line before the last.")
    private boolean json;

    @Option(
            names = "--batch",
            paramLabel = "FILE.csv",
            description = "Read rows of start,zone,days and print one due time per line, in order.")
    private Optional<Path> batch = Optional.empty();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            InstitutionCalendars calendars =
                    new InstitutionCalendars(0, OfficeHours.NATIONAL, HolidayCsvCodec.read(table()));
            if (batch.isPresent()) {
                dueTimes(batch.get(), calendars).forEach(out::println);
                out.flush();
                return 0;
            }
            DeadlineExplanation explanation = explain(
                    calendars,
                    start.orElseThrow(() -> new CommandLineException("--start or --batch is required")),
                    zone,
                    days);
            if (json) {
                out.println(WireJsonMapper.MAPPER.writeValueAsString(explanation));
            } else {
                DeadlineExplanationFormatter.lines(explanation).forEach(out::println);
            }
            out.println(iso(explanation));
            out.flush();
            return 0;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new CommandLineException(String.valueOf(e.getMessage()));
        }
    }

    private List<String> dueTimes(Path file, InstitutionCalendars calendars) throws IOException {
        List<String> dues = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : rows) {
                if (row.getStartingLineNumber() == 1 && row.getField(0).strip().equals("start")) {
                    continue;
                }
                dues.add(due(file, calendars, row));
            }
        }
        return dues;
    }

    private String due(Path file, InstitutionCalendars calendars, CsvRecord row) {
        try {
            return iso(explain(
                    calendars,
                    row.getField(0).strip(),
                    row.getField(1).strip(),
                    Integer.parseInt(row.getField(2).strip())));
        } catch (RuntimeException e) {
            throw new CommandLineException(file + " line " + row.getStartingLineNumber()
                    + ": expected start,zone,days such as 2026-03-18T15:30,Asia/Makassar,5 (" + e.getMessage() + ")");
        }
    }

    private DeadlineExplanation explain(InstitutionCalendars calendars, String from, String zoneName, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("--days must be 1 or more");
        }
        ZoneId local = ZoneId.of(zoneName);
        DeadlineUnit unit = calendarDays ? DeadlineUnit.CALENDAR_DAYS : DeadlineUnit.WORKING_DAYS;
        DeadlineBasis basis =
                new DeadlineBasis(institution, local, 1, instant(from, local), limit, unit, List.of(), 0, false);
        return DeadlineCalculator.explain(calendars.of(institution, local), basis);
    }

    private Resource table() {
        return holidays.<Resource>map(FileSystemResource::new).orElse(new ClassPathResource("sla/holidays.csv"));
    }

    private static Instant instant(String time, ZoneId zone) {
        return time.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                ? OffsetDateTime.parse(time).toInstant()
                : LocalDateTime.parse(time).atZone(zone).toInstant();
    }

    private static String iso(DeadlineExplanation explanation) {
        return ISO.format(explanation.due().atZone(explanation.zone()).toOffsetDateTime());
    }
}
