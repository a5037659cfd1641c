package id.pintu.portal;

import id.pintu.support.ServiceSupportConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Spring Boot application of portal-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(ServiceSupportConfiguration.class)
public class PortalApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(PortalApplication.class)
                .properties("spring.config.name=portal-service")
                .run(args);
    }
}
