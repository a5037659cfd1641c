package id.pintu.support.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finder of the access rule of a request. */
public final class AccessRuleMatcher {

    private record PathRule(PathPattern path, AccessRule rule) {}

    private final List<PathRule> rules;

    public AccessRuleMatcher(List<AccessRule> rules) {
        this.rules = rules.stream()
                .map(rule -> new PathRule(PathPatternParser.defaultInstance.parse(rule.path()), rule))
                .toList();
    }

    /**
     * Rule of a request.
     *
     * @param institution code in the path, where it has one
     */
    public record MatchedRule(AccessRule rule, Optional<String> institution) {}

    /**
     * @param path as requested, encoded
     * @return empty when no rule is about the request
     */
    public Optional<MatchedRule> find(String method, String path) {
        PathContainer requested = PathContainer.parsePath(path);
        return matching(requested)
                .filter(each -> each.rule.coversMethod(method))
                .findFirst()
                .map(each -> new MatchedRule(each.rule, institution(each.path.matchAndExtract(requested))));
    }

    /** Names of the methods for which there are rules about a path. */
    public Set<String> methods(String path) {
        return matching(PathContainer.parsePath(path))
                .flatMap(each -> each.rule.methods().stream())
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<PathRule> matching(PathContainer requested) {
        return rules.stream().filter(each -> each.path.matches(requested));
    }

    private static Optional<String> institution(PathPattern.@Nullable PathMatchInfo match) {
        return Optional.ofNullable(match).map(found -> found.getUriVariables().get(AccessRule.INSTITUTION));
    }
}
