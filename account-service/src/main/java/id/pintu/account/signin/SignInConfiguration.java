package id.pintu.account.signin;

import id.pintu.account.AccountServiceProperties;
import id.pintu.account.kafka.AccountStore;
import id.pintu.support.audit.AuditLog;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/** Spring Security configuration of the pages: password, passkey and one-time code, sessions, CSRF tokens, headers. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SignInConfiguration.class);

    /** What somebody who is not signed in asks for. */
    private static final String[] OPEN_PAGES = {
        "/",
        SignInAddress.PASSWORD + "/**",
        SignInAddress.SET_UP,
        SignInAddress.INVITATION,
        SignInAddress.FORGOTTEN,
        SignInAddress.RESET,
        "/webauthn/authenticate/options",
        "/login/webauthn",
        "/static/**",
        "/webjars/**",
        "/error"
    };

    private static final String[] PAGES = Stream.concat(
                    Arrays.stream(OPEN_PAGES),
                    Stream.of(SignInAddress.SIGN_OUT, SignInAddress.ACCOUNT + "/**", "/webauthn/**"))
            .toArray(String[]::new);

    /** Tokens carry the time of the machine, also where complaints run on an accelerated clock. */
    @Bean
    @Primary
    InstantSource wallClock() {
        return InstantSource.system();
    }

    @Bean
    @Order(2)
    SecurityFilterChain accountPageChain(
            HttpSecurity http,
            AccountStore accounts,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            SignInRegistry signIns,
            SessionRegistry sessions,
            SecondFactorPolicy secondFactor,
            AuditLog audit,
            InstantSource clock,
            AccountServiceProperties properties)
            throws Exception {
        DaoAuthenticationProvider byEmail = new DaoAuthenticationProvider(email -> accounts.findByEmail(email)
                .filter(account -> account.isActivated())
                .map(account -> AccountUserDetails.of(account, clock.instant()))
                .orElseThrow(() -> new UsernameNotFoundException("no such account")));
        byEmail.setPasswordEncoder(passwords);
        return http.securityMatcher(PAGES)
                .authenticationProvider(new ThrottledPasswordAuthentication(
                        byEmail, throttle, email -> recordRefusal(audit, accounts, email)))
                .authorizeHttpRequests(rules -> rules.requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/webauthn/register", "/webauthn/register/options")
                        .access(secondFactor.recently())
                        .requestMatchers("/webauthn/**")
                        .denyAll()
                        .anyRequest()
                        .access(secondFactor))
                .formLogin(form -> form.loginPage(SignInAddress.PASSWORD)
                        .usernameParameter("email")
                        .passwordParameter("sandi")
                        .defaultSuccessUrl(SignInAddress.ACCOUNT)
                        .failureUrl(SignInAddress.PASSWORD + "?gagal"))
                .webAuthn(passkeys -> passkeys.disableDefaultRegistrationPage(true)
                        .rpId(properties.issuer().getHost())
                        .rpName("SP4N-LAPOR!")
                        .allowedOrigins(origin(properties))
                        .withObjectPostProcessor(registering(http)))
                .sessionManagement(
                        session -> session.sessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                                        List.of(new ChangeSessionIdAuthenticationStrategy(), signIns)))
                                .maximumSessions(-1)
                                .sessionRegistry(sessions)
                                .expiredUrl(SignInAddress.PASSWORD + "?berakhir"))
                .logout(form ->
                        form.logoutUrl(SignInAddress.SIGN_OUT).logoutSuccessUrl(SignInAddress.PASSWORD + "?keluar"))
                .exceptionHandling(secondFactor::askForSignIn)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(contentSecurityPolicy(properties)))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** With the portal among the targets of forms: a browser counts the redirects that follow a form as its targets. */
    private static String contentSecurityPolicy(AccountServiceProperties properties) {
        String portals = properties.portals().stream()
                .map(portal -> portal.getScheme() + "://" + portal.getAuthority())
                .distinct()
                .collect(Collectors.joining(" "));
        return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self';"
                + " base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + portals;
    }

    private static void recordRefusal(AuditLog audit, AccountStore accounts, String email) {
        try {
            audit.record(
                    "sign-in-refused",
                    null,
                    accounts.findByEmail(email)
                            .map(account -> Map.of(SignInRegistry.ACCOUNT, account.id()))
                            .orElse(Map.of()));
        } catch (KafkaException e) {
            log.warn("a refused sign-in could not be recorded: {}", e.getClass().getName());
        }
    }

    /** The filter of passkeys registers sign-ins as that of passwords does. */
    private static ObjectPostProcessor<WebAuthnAuthenticationFilter> registering(HttpSecurity http) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends WebAuthnAuthenticationFilter> O postProcess(O filter) {
                filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
                return filter;
            }
        };
    }

    @Bean
    WebAuthnRelyingPartyOperations passkeyOperations(
            PublicKeyCredentialUserEntityRepository users,
            UserCredentialRepository passkeys,
            PasskeyUserRepository owners,
            AccountServiceProperties properties) {
        Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(
                users,
                passkeys,
                PublicKeyCredentialRpEntity.builder()
                        .id(properties.issuer().getHost())
                        .name("SP4N-LAPOR!")
                        .build(),
                Set.of(origin(properties)));
        operations.setCustomizeCreationOptions(options -> {
            String account =
                    PasskeyUserRepository.accountId(options.build().getUser().getId());
            options.user(owners.forDialogue(account))
                    .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                            .residentKey(ResidentKeyRequirement.REQUIRED)
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build());
        });
        // A passkey is a whole sign-in, so its device has to know its owner.
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private static String origin(AccountServiceProperties properties) {
        return properties.page("");
    }

    /** Of an account by its id, as the filter of passkeys asks. */
    @Bean
    UserDetailsService accountDetails(AccountStore accounts, InstantSource clock) {
        return id -> accounts.find(id)
                .map(account -> AccountUserDetails.of(account, clock.instant()))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Argon2id with Spring Security's parameters: 16 MiB, two passes. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }
}
