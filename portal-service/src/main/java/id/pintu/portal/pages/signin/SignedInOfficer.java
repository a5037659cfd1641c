package id.pintu.portal.pages.signin;

import id.pintu.portal.desk.OfficerToken;
import id.pintu.support.accounts.AccountPrincipal;
import java.util.Locale;

/**
 * The officer who sent a request.
 *
 * @param token by which other services are asked
 * @param locale language of the page
 */
public record SignedInOfficer(OfficerToken token, AccountPrincipal account, Locale locale) {}
