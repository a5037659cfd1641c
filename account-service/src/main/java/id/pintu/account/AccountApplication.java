package id.pintu.account;

import id.pintu.support.ServiceSupportConfiguration;
import id.pintu.support.audit.chain.AuditChainConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Spring Boot application of account-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import({ServiceSupportConfiguration.class, AuditChainConfiguration.class})
public class AccountApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(AccountApplication.class)
                .properties("spring.config.name=account-service")
                .run(args);
    }
}
