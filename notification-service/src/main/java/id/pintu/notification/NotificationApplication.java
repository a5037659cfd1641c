package id.pintu.notification;

import id.pintu.processing.ReporterTopicConfiguration;
import id.pintu.support.ServiceSupportConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Spring Boot application of notification-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({ServiceSupportConfiguration.class, ReporterTopicConfiguration.class})
public class NotificationApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(NotificationApplication.class)
                .properties("spring.config.name=notification-service")
                .run(args);
    }
}
