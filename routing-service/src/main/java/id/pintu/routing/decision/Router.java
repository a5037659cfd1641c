package id.pintu.routing.decision;

import id.pintu.events.Door;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.Assessment;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.routing.book.Hit;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.registry.Addressee;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.text.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The right door: an immutable value that says of any report whose affair it is, and why.
 *
 * <p>In this order: the institution the reporter chose, the keyword of an SMS, a rule that settles the matter by law,
 * and else what all evidence together says, if it is sure enough. Whatever is proposed goes through the
 * {@link FallBack}. What is not sure waits for the national desk, with the likeliest institutions. At last
 * {@link Completion} names the unit, and who watches over the officers complained about.
 */
public final class Router {

    private final Knowledge knowledge;
    private final Experience experience;
    private final Reader reader;

    public Router(Knowledge knowledge, Experience experience) {
        this.knowledge = knowledge;
        this.experience = experience;
        this.reader = new Reader(knowledge);
    }

    public Knowledge knowledge() {
        return knowledge;
    }

    public Experience experience() {
        return experience;
    }

    /**
     * Total and deterministic: any report gets exactly one answer.
     *
     * @param refusedBy codes of institutions that said the complaint is not theirs; they are not asked again
     * @param day on which the rules have to hold
     */
    public RoutingDecision decide(Report report, Set<String> refusedBy, LocalDate day) {
        Findings findings = reader.read(report, day);
        Ranking ranking = ranking(findings);
        double confidence = experience.trust().in(ranking);
        Explanation why = new Explanation(
                findings, ranking, experience.trust(), knowledge.book().version());
        int examples = experience.learned().examples();
        if (examples > 0) {
            why.add("learnt-from=" + examples);
        }
        findings.misconduct().map(Completion::sign).ifPresent(why::add);
        FallBack fallBack = new FallBack(knowledge.registry(), refusedBy, why);
        RoutingDecision decision = wished(report, why)
                .flatMap(fallBack::apply)
                .or(() -> keyword(report, why).flatMap(fallBack::apply))
                .<RoutingDecision>map(Proposal::certain)
                .or(() -> settled(findings, why, fallBack))
                .or(() -> weighed(ranking, confidence, why)
                        .flatMap(fallBack::apply)
                        .map(proposal -> proposal.with(confidence)))
                .orElseGet(() -> new Hold(why.held(assessment(ranking, confidence, refusedBy))));
        return completion(findings).of(decision);
    }

    /** What somebody else decided, with the unit the report names, and who watches over the officers it is about. */
    public RoutingDecision completed(Report report, Assign chosen, LocalDate day) {
        return completion(reader.read(report, day)).of(chosen);
    }

    private Completion completion(Findings findings) {
        return new Completion(knowledge.registry(), knowledge.duties(), findings);
    }

    /** Whose it may be, whoever said that it is not theirs. */
    public Assessment assessment(Report report, LocalDate day) {
        Ranking ranking = ranking(reader.read(report, day));
        return assessment(ranking, experience.trust().in(ranking), Set.of());
    }

    /** The likeliest institutions, whether or not they are sure enough. */
    public List<Assessment.Choice> likeliest(Report report, int most, LocalDate day) {
        return Explanation.choices(ranking(reader.read(report, day)), experience.trust(), Set.of(), most);
    }

    /** Code of the region a report is about, the likeliest, if it tells of any. */
    public Optional<String> placeOf(Report report) {
        Words words = Words.of(report.title()).and(Words.of(report.text()));
        return knowledge
                .gazetteer()
                .locate(report.place(), words)
                .likeliest()
                .map(located -> located.region().code());
    }

    private Ranking ranking(Findings findings) {
        return Ranking.of(
                new Weighing(
                                knowledge.registry(),
                                experience.learned(),
                                findings,
                                experience.learned().opinion(reader.lesson(findings)))
                        .candidates(),
                findings.titled(),
                experience.signs());
    }

    private Optional<Proposal> wished(Report report, Explanation why) {
        return report.wishedInstitution().flatMap(wish -> {
            Optional<Addressee> found = knowledge.registry().addressed(wish);
            why.add("wished=" + found.map(each -> each.institution().code()).orElse("unknown"));
            return found.map(each -> new Proposal(Reason.WISHED, each.institution(), each.unit(), why));
        });
    }

    private Optional<Proposal> keyword(Report report, Explanation why) {
        if (report.door() != Door.SMS) {
            return Optional.empty();
        }
        String text = report.text().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        Optional<String> keyword = knowledge.smsKeywords().keySet().stream()
                .filter(each -> text.startsWith(each + " "))
                .max(Comparator.comparingInt(String::length));
        keyword.ifPresent(found -> why.add("keyword=" + found));
        return keyword.map(knowledge.smsKeywords()::get)
                .flatMap(knowledge.registry()::addressed)
                .map(each -> new Proposal(Reason.SMS_KEYWORD, each.institution(), each.unit(), why));
    }

    private Optional<RoutingDecision> settled(Findings findings, Explanation why, FallBack fallBack) {
        List<Proposal> settled = findings.hits().stream()
                .filter(hit -> hit.rule().settles())
                .flatMap(hit -> responsible(hit, findings).stream()
                        .map(institution -> new Proposal(
                                hit.rule().name(),
                                institution,
                                hit.rule().affair().unit(),
                                why)))
                .toList();
        List<Assign> parts = settled.stream()
                .flatMap(proposal -> fallBack.apply(proposal).stream())
                .map(Proposal::certain)
                .toList();
        List<Assign> each = parts.stream()
                .collect(Collectors.toMap(
                        part -> part.institution().code(), part -> part, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return each.size() < 2
                ? each.stream().<RoutingDecision>map(part -> part).findFirst()
                : Optional.of(new AssignSeveral(each, each.getFirst().reason()));
    }

    private Optional<Registration> responsible(Hit hit, Findings findings) {
        return new Address(knowledge.registry(), findings.places())
                .of(hit.rule().affair());
    }

    private Optional<Proposal> weighed(Ranking ranking, double confidence, Explanation why) {
        ranking.newcomer()
                .ifPresent(each -> why.add("newcomer=" + each.institution().code()));
        return ranking.first()
                .filter(first -> ranking.needsNobody() && confidence >= experience.sufficient())
                .map(first -> why.weighed(first.candidate()));
    }

    private Assessment assessment(Ranking ranking, double confidence, Set<String> refusedBy) {
        return new Assessment(
                Explanation.rounded(confidence),
                knowledge.book().version(),
                Explanation.choices(ranking, experience.trust(), refusedBy, Explanation.DESK_CHOICES));
    }
}
