package id.pintu.notification.mail;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Test fixture: a mail sender with the timeouts of notification-service.yml. */
public final class MailSenderFixture {

    private MailSenderFixture() {}

    public static JavaMailSenderImpl forPort(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            sender.getJavaMailProperties().setProperty("mail.smtp." + timeout, "5000");
        }
        return sender;
    }
}
