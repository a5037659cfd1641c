package id.pintu.portal.supervision;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of oversight figures.
 *
 * @param leagueMinimum complaints below which an institution is not ranked
 */
@ConfigurationProperties("pintu.oversight")
public record OversightProperties(@DefaultValue("30") int leagueMinimum) {

    /**
     * @throws IllegalArgumentException when the minimum is negative
     */
    public OversightProperties {
        if (leagueMinimum < 0) {
            throw new IllegalArgumentException("pintu.oversight.league-minimum is 0 or more");
        }
    }
}
