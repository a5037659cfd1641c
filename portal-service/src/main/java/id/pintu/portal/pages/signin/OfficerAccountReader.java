package id.pintu.portal.pages.signin;

import id.pintu.portal.desk.OfficerToken;
import id.pintu.support.accounts.AccountPrincipal;

/** Reader of an officer's token: whose it is, and with which roles. */
@FunctionalInterface
public interface OfficerAccountReader {

    /**
     * @throws org.springframework.security.core.AuthenticationException when the token is not accepted
     */
    AccountPrincipal read(OfficerToken token);
}
