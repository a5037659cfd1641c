package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskAccessKey;
import id.pintu.portal.desk.DeskQueueKind;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Argument resolver of {@link DeskPageRequest}: queue from the path, key from the authentication. */
final class DeskPageRequestArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == DeskPageRequest.class;
    }

    @Override
    public DeskPageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) webRequest.getNativeRequest();
        boolean arbiter = request.getServletPath().startsWith(DeskPageAddress.path(DeskQueueKind.ARBITER));
        if (!(request.getUserPrincipal() instanceof Authentication officer
                && officer.getPrincipal() instanceof DeskAccessKey key)) {
            throw new IllegalStateException("the security filter chain let a request without a key pass");
        }
        return new DeskPageRequest(
                arbiter ? DeskQueueKind.ARBITER : DeskQueueKind.DESK, key, RequestContextUtils.getLocale(request));
    }
}
