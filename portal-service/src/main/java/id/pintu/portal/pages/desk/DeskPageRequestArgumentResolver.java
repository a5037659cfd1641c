package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskQueueKind;
import id.pintu.portal.pages.signin.OfficerTokenProvider;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Argument resolver of {@link DeskPageRequest}: queue from the path, token of the officer who is signed in. */
final class DeskPageRequestArgumentResolver implements HandlerMethodArgumentResolver {

    private final OfficerTokenProvider tokens;

    DeskPageRequestArgumentResolver(OfficerTokenProvider tokens) {
        this.tokens = tokens;
    }

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
        return new DeskPageRequest(
                arbiter ? DeskQueueKind.ARBITER : DeskQueueKind.DESK,
                tokens.tokenOf(request),
                RequestContextUtils.getLocale(request));
    }
}
