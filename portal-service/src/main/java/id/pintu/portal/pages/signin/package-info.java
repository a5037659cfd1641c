/**
 * Security of the officers' pages, by Spring Security: signing in at account-service (OpenID Connect), session, and CSRF
 * tokens.
 */
@NullMarked
package id.pintu.portal.pages.signin;

import org.jspecify.annotations.NullMarked;
