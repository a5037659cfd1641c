package id.pintu.routing.decision;

import id.pintu.events.Report;
import id.pintu.routing.book.Asked;
import id.pintu.routing.learning.Lesson;
import id.pintu.routing.places.Located;
import id.pintu.routing.places.Places;
import id.pintu.routing.text.Words;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a report and finds what there is in it. */
final class Reader {

    private final Knowledge knowledge;
    private final NamedInstitutions named;

    Reader(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.named =
                new NamedInstitutions(knowledge.registry(), knowledge.duties().units());
    }

    Findings read(Report report, LocalDate day) {
        Words title = Words.of(report.title());
        Words text = Words.of(report.text());
        Words all = title.and(text);
        Places places = knowledge.gazetteer().locate(report.place(), all);
        Words words = report.category().map(Words::of).map(all::and).orElse(all);
        Asked asked = asked(report, words, places, day);
        return new Findings(
                title,
                text,
                places,
                knowledge.book().matching(asked),
                named.in(all),
                knowledge.duties().oversight().sign(asked));
    }

    Lesson lesson(Findings findings) {
        return new Lesson(findings.title(), findings.text(), findings.concepts());
    }

    private static Asked asked(Report report, Words words, Places places, LocalDate day) {
        Set<String> regions = new HashSet<>();
        Stream.concat(places.regencies().stream(), places.provinces().stream())
                .map(Located::region)
                .forEach(region -> {
                    regions.add(region.code());
                    regions.add(region.provinceCode());
                });
        return new Asked(
                words,
                regions,
                report.kind(),
                report.door(),
                report.category().map(category -> category.toUpperCase(Locale.ROOT)),
                day);
    }
}
