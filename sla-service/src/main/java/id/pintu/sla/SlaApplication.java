package id.pintu.sla;

import id.pintu.support.ServiceSupportConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Spring Boot application of sla-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(ServiceSupportConfiguration.class)
public class SlaApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(SlaApplication.class)
                .properties("spring.config.name=sla-service")
                .run(args);
    }
}
