package id.pintu.support.accounts;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Reader of the roles in the claims of an access token. What is no role of Pintu grants nothing.
 *
 * @param claim name of the claim, or a path into nested objects with dots between
 * @param mapped role by value of the claim
 * @param acceptOwn whether a value that is not mapped is read as Pintu writes roles
 */
record RoleClaimReader(String claim, Map<String, RoleGrant> mapped, boolean acceptOwn) {

    RoleClaimReader {
        mapped = Map.copyOf(mapped);
    }

    List<RoleGrant> read(Jwt token) {
        return values(token)
                .map(value -> Optional.ofNullable(mapped.get(value)).or(() -> own(value)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<RoleGrant> own(String value) {
        try {
            return acceptOwn ? Optional.of(RoleGrant.parse(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Stream<String> values(Jwt token) {
        @Nullable
        Object found = token.getClaims().containsKey(claim)
                ? token.getClaims().get(claim)
                : valueAt(token.getClaims(), Arrays.asList(claim.split("\\.")));
        return switch (found) {
            case String one -> Stream.of(one);
            case Collection<?> several ->
                several.stream().filter(Objects::nonNull).map(Object::toString);
            case null, default -> Stream.of();
        };
    }

    private static @Nullable Object valueAt(@Nullable Object value, List<String> path) {
        return path.isEmpty()
                ? value
                : value instanceof Map<?, ?> object
                        ? valueAt(object.get(path.getFirst()), path.subList(1, path.size()))
                        : null;
    }
}
