package id.pintu.standalone;

import id.pintu.house.keys.Secret;
import java.nio.file.Path;

/** Whoever may read the house's secret is its operator. */
public final class Operator {

    private Operator() {}

    /**
     * What lets the operator in, as an HTTP header's value.
     *
     * @throws Refusal when there is no house in this directory, or its secret is damaged
     */
    public static String authorization(Path data) {
        try {
            return "Bearer " + new Secret(DataDirectory.secretOf(data)).operatorToken();
        } catch (IllegalArgumentException e) {
            throw new Refusal("The secret in " + data + " is damaged: it is too short.");
        }
    }
}
