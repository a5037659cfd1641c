package id.pintu.routing.decision;

import id.pintu.routing.book.Hit;
import id.pintu.routing.book.Rule.Affair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the rules that hold say together: how strongly each institution, or each level of government, is responsible.
 */
final class Affairs {

    static final String LOCAL = "LOCAL";
    static final String PROVINCE = "PROVINCE";
    static final String COMPANY = "COMPANY";

    private static final double FURTHER_RULE = 0.4;

    private final Map<String, Double> weights = new TreeMap<>();
    private final Map<String, Hit> strongest = new TreeMap<>();
    private double most;

    Affairs(List<Hit> hits) {
        for (Hit hit : hits) {
            String address = address(hit.rule().affair());
            weights.merge(address, hit.weight(), (a, b) -> Math.max(a, b) + FURTHER_RULE * Math.min(a, b));
            strongest.merge(address, hit, (a, b) -> b.weight() > a.weight() ? b : a);
        }
        most = weights.values().stream().mapToDouble(each -> each).max().orElse(0);
    }

    double weight(String address) {
        return weights.getOrDefault(address, 0.0);
    }

    double share(String address) {
        return most == 0 ? 0 : weight(address) / most;
    }

    /** Codes of institutions, and names of spheres. */
    Set<String> addresses() {
        return weights.keySet();
    }

    /** The rule that says most for this address. */
    Optional<Hit> strongest(String address) {
        return Optional.ofNullable(strongest.get(address));
    }

    static String address(Affair affair) {
        return affair.institution().orElseGet(() -> switch (affair.level()) {
            case PUSAT, BUMN -> throw new IllegalStateException("an affair of the nation names its institution");
            case PROVINSI -> PROVINCE;
            case KABKOTA, DESA -> LOCAL;
            case BUMD -> COMPANY;
        });
    }
}
