package id.pintu.intake;

import id.pintu.intake.attachments.AttachmentProperties;
import id.pintu.intake.rates.SubmissionRateLimits;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties {@code pintu.intake.*}.
 *
 * @param shortCodes the numbers reports are sent to by SMS: those a gateway may name as the receiver, and from which no
 *     report can come
 * @param limits how many submissions one sender may make
 * @param attachments photos and documents of reports
 */
@ConfigurationProperties("pintu.intake")
public record IntakeProperties(
        @DefaultValue("1708") Set<String> shortCodes,
        @DefaultValue SubmissionRateLimits limits,
        @DefaultValue AttachmentProperties attachments) {}
