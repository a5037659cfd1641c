/** Security of the national desk's page, by Spring Security: signing in with the desk's key, session, and CSRF tokens. */
@NullMarked
package id.pintu.portal.pages.desk.signin;

import org.jspecify.annotations.NullMarked;
