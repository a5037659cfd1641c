/**
 * Security of the national desk's page, by Spring Security: signing in at account-service (OpenID Connect), session, and CSRF
 * tokens.
 */
@NullMarked
package id.pintu.portal.pages.desk.signin;

import org.jspecify.annotations.NullMarked;
