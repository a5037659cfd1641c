package id.pintu.intake;

import id.pintu.house.HouseConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts intake-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(HouseConfiguration.class)
public class IntakeApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(IntakeApplication.class)
                .properties("spring.config.name=intake-service")
                .run(args);
    }
}
