package id.pintu.portal.desk;

/**
 * Access token of the officer who sent a request: with it the portal asks the other services, so that they see who acts and
 * decide what is allowed. Its {@code toString} does not reveal it.
 */
public record OfficerToken(String value) {

    @Override
    public String toString() {
        return "a token";
    }
}
