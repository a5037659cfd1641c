package id.pintu.routing.ranking;

import id.pintu.routing.evidence.InstitutionNameFinder.NamedInstitution;
import id.pintu.routing.evidence.ReportFindings;
import id.pintu.routing.evidence.RuleScores;
import id.pintu.routing.learning.ClassScores;
import id.pintu.routing.places.ScoredRegion;
import id.pintu.routing.registry.GovernmentLevel;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collector of the candidates of one report: institutions that any kind of evidence points to. */
final class CandidateCollector {

    private static final int MAX_PLACES = 5;
    private static final int MAX_LEARNT = 6;

    private final InstitutionRegistry registry;
    private final ReportFindings findings;
    private final RuleScores ruleScores;
    private final ClassScores classScores;
    private final Map<String, RegistryInstitution> collected = new LinkedHashMap<>();

    CandidateCollector(
            InstitutionRegistry registry, ReportFindings findings, RuleScores ruleScores, ClassScores classScores) {
        this.registry = registry;
        this.findings = findings;
        this.ruleScores = ruleScores;
        this.classScores = classScores;
    }

    Collection<RegistryInstitution> collect() {
        ruleScores.keys().forEach(code -> registry.institution(code).ifPresent(this::add));
        findings.named().values().stream().map(NamedInstitution::institution).forEach(this::add);
        likeliest(findings.places().regencies()).forEach(region -> {
            registry.localGovernment(region).ifPresent(this::add);
            registry.provincialGovernment(region).ifPresent(this::add);
        });
        likeliest(findings.places().provinces())
                .forEach(region -> registry.provincialGovernment(region).ifPresent(this::add));
        companies().forEach(this::add);
        likeliestByModel().forEach(this::add);
        List.copyOf(collected.values()).stream()
                .filter(each -> registry.governmentLevel(each) == GovernmentLevel.NATIONAL)
                .flatMap(each -> each.entry().parent().stream())
                .forEach(parent -> registry.institution(parent).ifPresent(this::add));
        return collected.values();
    }

    private void add(RegistryInstitution institution) {
        collected.putIfAbsent(institution.code(), institution);
    }

    private static List<Region> likeliest(Collection<ScoredRegion> located) {
        return located.stream().limit(MAX_PLACES).map(ScoredRegion::region).toList();
    }

    private Stream<RegistryInstitution> companies() {
        return ruleScores.strongest(RuleScores.COMPANY).stream()
                .flatMap(hit -> hit.rule().affair().unit().stream())
                .flatMap(unit -> likeliest(findings.places().regencies()).stream()
                        .flatMap(region -> registry.regionalCompany(region, unit).stream()));
    }

    private List<RegistryInstitution> likeliestByModel() {
        List<RegistryInstitution> likeliest = new ArrayList<>();
        double below = Double.POSITIVE_INFINITY;
        while (likeliest.size() < MAX_LEARNT) {
            int next = likeliestBelow(below);
            if (next < 0) {
                break;
            }
            below = classScores.margin(next);
            registry.institution(classScores.labels().get(next)).ifPresent(likeliest::add);
        }
        return likeliest;
    }

    /** Index of the likeliest institution below a margin, or -1. A few passes are cheaper than sorting all labels. */
    private int likeliestBelow(double margin) {
        int likeliest = -1;
        for (int i = 0; i < classScores.labels().size(); i++) {
            double each = classScores.margin(i);
            if (each < margin
                    && (likeliest < 0 || each > classScores.margin(likeliest))
                    && ClassScoreBounds.isCode(classScores.labels().get(i))) {
                likeliest = i;
            }
        }
        return likeliest;
    }
}
