package id.pintu.portal;

import id.pintu.portal.pages.signin.OfficerAccountReader;
import id.pintu.support.accounts.AccessTokenReader;
import id.pintu.support.accounts.AccessTokenReader.IssuerUnavailableException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Spring configuration of whose token an officer's is: read as every service reads those of its requests. */
@Configuration(proxyBeanMethods = false)
class PortalAccountConfiguration {

    @Bean
    OfficerAccountReader officerAccountReader(AccessTokenReader tokens) {
        return token -> {
            try {
                return tokens.read(token.value());
            } catch (IssuerUnavailableException e) {
                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "no keys of the issuer", e);
            }
        };
    }
}
