package id.pintu.routing;

import id.pintu.support.attachments.AttachmentPasses;
import id.pintu.support.attachments.AttachmentRelay;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.remote.RemoteServiceClient;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring configuration of the attachments that institutions and the desk see; intake-service stores them. */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

    @Bean
    AttachmentRelay attachmentRelay(IntakeServiceProperties services, ObservationRegistry observations) {
        return new AttachmentRelay(new RemoteServiceClient("intake", services.intake(), observations));
    }

    @Bean
    AttachmentPasses attachmentPasses(InstallationSecrets secrets) {
        return new AttachmentPasses(secrets);
    }
}
