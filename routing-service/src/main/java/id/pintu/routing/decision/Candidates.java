package id.pintu.routing.decision;

import id.pintu.routing.decision.NamedInstitutions.Named;
import id.pintu.routing.learning.Opinion;
import id.pintu.routing.places.Located;
import id.pintu.routing.registry.Region;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import id.pintu.routing.registry.Sphere;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gathers the institutions that anything speaks for. */
final class Candidates {

    private static final int PLACES = 5;
    private static final int LEARNT = 6;

    private final Registry registry;
    private final Findings findings;
    private final Affairs affairs;
    private final Opinion opinion;
    private final Map<String, Registration> gathered = new LinkedHashMap<>();

    Candidates(Registry registry, Findings findings, Affairs affairs, Opinion opinion) {
        this.registry = registry;
        this.findings = findings;
        this.affairs = affairs;
        this.opinion = opinion;
    }

    Collection<Registration> gather() {
        affairs.addresses().forEach(address -> registry.institution(address).ifPresent(this::add));
        findings.named().values().stream().map(Named::institution).forEach(this::add);
        likeliest(findings.places().regencies()).forEach(region -> {
            registry.localGovernment(region).ifPresent(this::add);
            registry.provincialGovernment(region).ifPresent(this::add);
        });
        likeliest(findings.places().provinces())
                .forEach(region -> registry.provincialGovernment(region).ifPresent(this::add));
        companies().forEach(this::add);
        learnt().forEach(this::add);
        List.copyOf(gathered.values()).stream()
                .filter(each -> registry.sphere(each) == Sphere.NATIONAL)
                .flatMap(each -> each.entry().parent().stream())
                .forEach(parent -> registry.institution(parent).ifPresent(this::add));
        return gathered.values();
    }

    private void add(Registration institution) {
        gathered.putIfAbsent(institution.code(), institution);
    }

    private static List<Region> likeliest(Collection<Located> located) {
        return located.stream().limit(PLACES).map(Located::region).toList();
    }

    private Stream<Registration> companies() {
        return affairs.strongest(Affairs.COMPANY).stream()
                .flatMap(hit -> hit.rule().affair().unit().stream())
                .flatMap(unit -> likeliest(findings.places().regencies()).stream()
                        .flatMap(region -> registry.regionalCompany(region, unit).stream()));
    }

    private List<Registration> learnt() {
        List<Registration> likeliest = new ArrayList<>();
        double below = Double.POSITIVE_INFINITY;
        while (likeliest.size() < LEARNT) {
            int next = likeliestBelow(below);
            if (next < 0) {
                break;
            }
            below = opinion.margin(next);
            registry.institution(opinion.labels().get(next)).ifPresent(likeliest::add);
        }
        return likeliest;
    }

    /** A few passes are cheaper than sorting all labels. */
    private int likeliestBelow(double margin) {
        int likeliest = -1;
        for (int i = 0; i < opinion.labels().size(); i++) {
            double each = opinion.margin(i);
            if (each < margin
                    && (likeliest < 0 || each > opinion.margin(likeliest))
                    && LearntBounds.isCode(opinion.labels().get(i))) {
                likeliest = i;
            }
        }
        return likeliest;
    }
}
