package id.pintu.routing.rules;

import id.pintu.events.Door;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import id.pintu.routing.rules.RoutingDecision.Assign;
import id.pintu.routing.rules.RoutingDecision.Hold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The right door: named rules in order, the first that answers decides, and the last always answers.
 *
 * <p>Whatever a rule proposes then goes through the fall-back: an institution that is not connected, or not active, is replaced by its
 * province, and that by the national desk, and the decision says so.
 */
public final class RoutingRules {

    private final Registry registry;
    private final Gazetteer gazetteer;
    private final Topics topics;
    private final Map<String, String> smsKeywords;
    private final List<Rule> inOrder;

    /**
     * @param smsKeywords keyword in upper case to institution code; a keyword may contain a space
     */
    public RoutingRules(Registry registry, List<Topic> topics, Map<String, String> smsKeywords) {
        this.registry = registry;
        this.gazetteer = new Gazetteer(registry);
        this.topics = new Topics(topics);
        this.smsKeywords = Map.copyOf(smsKeywords);
        this.inOrder = List.of(this::wishedInstitution, this::smsKeyword, this::topicAndRegion);
    }

    /**
     * Total and deterministic: any report gets exactly one responsible place.
     *
     * @param refusedBy codes of institutions that said the complaint is not theirs; they are not asked again
     */
    public RoutingDecision decide(Report report, Set<String> refusedBy) {
        List<String> facts = new ArrayList<>();
        for (Rule rule : inOrder) {
            Optional<Assign> decision =
                    rule.propose(report, facts).flatMap(proposal -> withFallBack(proposal, refusedBy, facts));
            if (decision.isPresent()) {
                return decision.get();
            }
        }
        return new Hold(new Reason("national-desk", facts));
    }

    /** Adds what it finds to the facts, whether or not it has an institution to propose. */
    private interface Rule {
        Optional<Proposal> propose(Report report, List<String> facts);
    }

    private record Proposal(String rule, Registration institution, Optional<String> unit) {

        Assign because(List<String> facts) {
            return new Assign(institution, unit, new Reason(rule, facts));
        }

        Proposal fallenBackTo(Registration province) {
            return new Proposal(rule + "-province", province, Optional.empty());
        }
    }

    private Optional<Proposal> wishedInstitution(Report report, List<String> facts) {
        Optional<Registration> found = report.wishedInstitution().flatMap(registry::institutionCalled);
        if (report.wishedInstitution().isPresent()) {
            facts.add("wished=" + found.map(Registration::code).orElse("unknown"));
        }
        return found.map(institution -> new Proposal("wished-institution", institution, Optional.empty()));
    }

    private Optional<Proposal> smsKeyword(Report report, List<String> facts) {
        if (report.door() != Door.SMS) {
            return Optional.empty();
        }
        String text = report.text().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        Optional<String> keyword = smsKeywords.keySet().stream()
                .filter(each -> text.startsWith(each + " "))
                .max(Comparator.comparingInt(String::length));
        keyword.ifPresent(found -> facts.add("keyword=" + found));
        return keyword.map(smsKeywords::get)
                .flatMap(registry::institution)
                .map(institution -> new Proposal("sms-keyword", institution, Optional.empty()));
    }

    private Optional<Proposal> topicAndRegion(Report report, List<String> facts) {
        Optional<Region> region = gazetteer.locate(report);
        Optional<Topics.Found> found = topics.find(report.title() + " . " + report.text() + " . "
                + report.category().orElse(""));
        region.ifPresentOrElse(place -> facts.add("place=" + place.code()), () -> facts.add("place=unknown"));
        if (found.isEmpty()) {
            facts.add("topic=unknown");
            return Optional.empty();
        }
        Topic topic = found.get().topic();
        facts.add("topic=" + topic.name());
        facts.add("words=" + String.join(",", found.get().words()));
        facts.add("law=" + topic.legalBasis());
        return responsible(topic, region)
                .map(institution -> new Proposal("topic-and-region", institution, topic.unit()));
    }

    private Optional<Registration> responsible(Topic topic, Optional<Region> region) {
        return switch (topic.level()) {
            case PUSAT, BUMN -> topic.institution().flatMap(registry::institution);
            case PROVINSI -> region.flatMap(registry::provincialGovernment);
            case KABKOTA, DESA -> region.flatMap(registry::localGovernment);
            case BUMD ->
                topic.institution()
                        .flatMap(registry::institution)
                        .or(() -> region.flatMap(place -> registry.regionalCompany(
                                        place, topic.unit().orElse(topic.name()))
                                .or(() -> registry.localGovernment(place))));
        };
    }

    /** The proposal if it can stand; else its province; else nothing, and the next rule is asked. */
    private Optional<Assign> withFallBack(Proposal proposal, Set<String> refusedBy, List<String> facts) {
        Registration institution = proposal.institution();
        if (refusedBy.contains(institution.code())) {
            facts.add("refused-by=" + institution.code());
            return Optional.empty();
        }
        Optional<String> obstacle = institution.obstacle();
        if (obstacle.isEmpty()) {
            return Optional.of(proposal.because(facts));
        }
        facts.add(obstacle.get() + "=" + institution.code());
        return institution
                .regionCode()
                .flatMap(registry::region)
                .flatMap(registry::provincialGovernment)
                .filter(Registration::takesReports)
                .filter(province -> !refusedBy.contains(province.code()))
                .map(province -> proposal.fallenBackTo(province).because(facts));
    }
}
