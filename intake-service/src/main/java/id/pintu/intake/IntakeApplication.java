package id.pintu.intake;

import id.pintu.processing.CommandTopicConfiguration;
import id.pintu.processing.ReporterTopicConfiguration;
import id.pintu.support.ServiceSupportConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Spring Boot application of intake-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import({ServiceSupportConfiguration.class, CommandTopicConfiguration.class, ReporterTopicConfiguration.class})
public class IntakeApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(IntakeApplication.class)
                .properties("spring.config.name=intake-service")
                .run(args);
    }
}
