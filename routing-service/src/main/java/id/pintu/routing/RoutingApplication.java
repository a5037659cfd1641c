package id.pintu.routing;

import id.pintu.processing.CommandTopicConfiguration;
import id.pintu.support.ServiceSupportConfiguration;
import id.pintu.support.audit.chain.AuditChainConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Main class of routing-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({ServiceSupportConfiguration.class, CommandTopicConfiguration.class, AuditChainConfiguration.class})
public class RoutingApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(RoutingApplication.class)
                .properties("spring.config.name=routing-service")
                .run(args);
    }
}
