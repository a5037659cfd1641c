package id.pintu.portal.pages.signin;

import id.pintu.portal.desk.OfficerToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Argument resolver of {@link SignedInOfficer}. */
@Component
final class SignedInOfficerArgumentResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final OfficerTokenProvider tokens;
    private final OfficerAccountReader accounts;

    SignedInOfficerArgumentResolver(OfficerTokenProvider tokens, OfficerAccountReader accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignedInOfficer.class;
    }

    @Override
    public SignedInOfficer resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) webRequest.getNativeRequest();
        OfficerToken token = tokens.tokenOf(request);
        return new SignedInOfficer(token, accounts.read(token), RequestContextUtils.getLocale(request));
    }
}
