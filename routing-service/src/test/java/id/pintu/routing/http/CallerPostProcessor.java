package id.pintu.routing.http;

import id.pintu.support.accounts.CallerGrants;
import id.pintu.support.accounts.RoleGrant;
import java.util.Arrays;
import java.util.List;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Callers as the access rules would let them through: the program of the institution in the path, or the desk. */
final class CallerPostProcessor implements RequestPostProcessor {

    private static final List<RoleGrant> DESK = List.of(RoleGrant.parse("national-desk"), RoleGrant.parse("arbiter"));

    /** A caller with these grants. */
    static RequestPostProcessor as(String account, String... grants) {
        return request -> with(
                request, account, Arrays.stream(grants).map(RoleGrant::parse).toList());
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        String[] path = String.valueOf(request.getRequestURI()).split("/", -1);
        return path.length > 3 && path[2].equals("agencies")
                ? with(request, "program/" + path[3], List.of(RoleGrant.parse("integrator@" + path[3])))
                : with(request, "program/DESK", DESK);
    }

    private static MockHttpServletRequest with(MockHttpServletRequest request, String account, List<RoleGrant> grants) {
        new CallerGrants(account, grants).attachTo(request);
        return request;
    }
}
