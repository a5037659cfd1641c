package id.pintu.routing.decision;

import id.pintu.routing.decision.NamedInstitutions.Named;
import id.pintu.routing.learning.Learned;
import id.pintu.routing.learning.Opinion;
import id.pintu.routing.places.Located;
import id.pintu.routing.places.Places;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import id.pintu.routing.registry.Sphere;
import java.util.List;

/** Sees what in one report speaks for each institution. */
final class Weighing {

    private static final double RULE_SCALE = 6;
    private static final double MOST_OF_PLACE = 3;

    private final Registry registry;
    private final Learned learned;
    private final Findings findings;
    private final Affairs affairs;
    private final Opinion opinion;
    private final LearntBounds bounds;

    Weighing(Registry registry, Learned learned, Findings findings, Opinion opinion) {
        this.registry = registry;
        this.learned = learned;
        this.findings = findings;
        this.affairs = new Affairs(findings.hits());
        this.opinion = opinion;
        this.bounds = LearntBounds.of(opinion);
    }

    List<Candidate> candidates() {
        return new Candidates(registry, findings, affairs, opinion)
                .gather().stream().map(this::weighed).toList();
    }

    private Candidate weighed(Registration institution) {
        Sphere sphere = registry.sphere(institution);
        boolean neverLearnt = !opinion.isNone() && !opinion.knows(institution.code());
        int block = (sphere == Sphere.NATIONAL ? 0 : 1) + (neverLearnt ? 2 : 0) + (bounds.unfamiliar() ? 4 : 0);
        Candidate candidate = new Candidate(institution, block * Signs.COUNT, new double[Signs.COUNT]);
        candidate.set(Signs.BIAS, 1);
        candidate.set(Signs.PROVINCE, sphere == Sphere.PROVINCE);
        candidate.set(Signs.COMPANY, sphere == Sphere.COMPANY);
        rules(candidate, sphere);
        named(candidate);
        if (sphere != Sphere.NATIONAL) {
            place(candidate, sphere);
        }
        if (!opinion.isNone()) {
            learnt(candidate, sphere);
        }
        return candidate;
    }

    private void rules(Candidate candidate, Sphere sphere) {
        String code = candidate.institution().code();
        double share = Math.max(affairs.share(code), affairs.share(sphere.name()));
        double weight = Math.max(affairs.weight(code), affairs.weight(sphere.name()));
        candidate.set(Signs.RULE, Math.log1p(weight / RULE_SCALE));
        candidate.set(Signs.RULE_SHARE, share);
        candidate.set(Signs.RULE_BEST, share == 1);
        if (affairs.share(Affairs.PROVINCE) == 1 && affairs.weight(Affairs.PROVINCE) >= RULE_SCALE) {
            candidate.set(Signs.PROVINCE_AFFAIR, sphere == Sphere.PROVINCE);
            candidate.set(Signs.NOT_LOCAL, sphere == Sphere.LOCAL ? 1 - share : 0);
        }
    }

    private void named(Candidate candidate) {
        Named named = findings.named().get(candidate.institution().code());
        double strength = named == null ? 0 : named.strength();
        double others = findings.named().values().stream()
                .filter(other -> !other.institution().equals(candidate.institution()))
                .mapToDouble(Named::strength)
                .max()
                .orElse(0);
        candidate.set(Signs.NAMED, strength);
        candidate.set(Signs.NAMED_ALONE, strength > 0.5 && others < 0.3);
        candidate.set(Signs.OTHERS_NAMED, others);
        candidate.set(
                Signs.ABOVE_NAMED,
                findings.named().values().stream()
                        .anyMatch(other -> other.institution()
                                .entry()
                                .parent()
                                .filter(candidate.institution().code()::equals)
                                .isPresent()));
    }

    private void place(Candidate candidate, Sphere sphere) {
        Places places = findings.places();
        List<Located> located = sphere == Sphere.PROVINCE ? places.provinces() : places.regencies();
        double score = candidate
                .institution()
                .regionCode()
                .map(code -> score(code, sphere))
                .orElse(0.0);
        double sum = located.stream().mapToDouble(Located::score).sum();
        double most = located.isEmpty() ? 0 : located.getFirst().score();
        candidate.set(Signs.PLACE, Math.min(score, MOST_OF_PLACE));
        candidate.set(Signs.PLACE_SHARE, sum == 0 ? 0 : Math.min(1, score / sum));
        candidate.set(Signs.PLACE_BEST, score > 0 && score >= most);
        candidate.set(Signs.PLACE_UNKNOWN, located.isEmpty());
    }

    /** A province that is the local government is meant by any of its parts too. */
    private double score(String region, Sphere sphere) {
        double itself = findings.places().score(region);
        if (region.length() > 2 || sphere == Sphere.PROVINCE) {
            return itself;
        }
        double parts = findings.places().regencies().stream()
                .filter(each -> each.region().provinceCode().equals(region))
                .mapToDouble(Located::score)
                .sum();
        return Math.max(itself, parts);
    }

    private void learnt(Candidate candidate, Sphere sphere) {
        String code = candidate.institution().code();
        double margin = opinion.margin(code);
        double sphereMargin = opinion.margin(sphere.name());
        boolean best = margin == bounds.best();
        double likelihood = bounds.likelihood(margin);
        candidate.set(Signs.LEARNT, margin);
        candidate.set(Signs.LEARNT_GAP, margin - (best ? bounds.second() : bounds.best()));
        candidate.set(Signs.LEARNT_BEST, best);
        candidate.set(Signs.LEARNT_SPHERE, sphereMargin);
        candidate.set(Signs.LEARNT_SPHERE_GAP, sphere == Sphere.NATIONAL ? 0 : sphereMargin - bounds.national());
        candidate.set(Signs.NEVER_SEEN, !opinion.knows(code));
        candidate.set(Signs.RULE_AND_LEARNT, best && candidate.sign(Signs.RULE_BEST) == 1);
        candidate.set(Signs.NAMED_AND_LEARNT, best ? candidate.sign(Signs.NAMED) : 0);
        candidate.set(Signs.PLACE_AND_SPHERE, candidate.sign(Signs.PLACE_SHARE) * Math.max(0, sphereMargin + 1));
        candidate.set(Signs.SEEN, Math.log1p(learned.count(code)));
        candidate.set(Signs.LIKELY, likelihood);
        candidate.set(Signs.SURPRISING, LearntBounds.surprise(likelihood));
    }
}
