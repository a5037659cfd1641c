package id.pintu.standalone.brokeraccess;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.support.keys.InstallationSecret;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/**
 * User of the broker with its password.
 *
 * @param protocol Kafka's {@code security.protocol}; without TLS for the embedded broker, which listens on 127.0.0.1 only
 * @param user name; its Kafka principal is {@code User:<name>}
 * @param password of letters, digits and hyphens
 */
public record BrokerLogin(String protocol, BrokerLoginMechanism mechanism, String user, String password) {

    /** Superuser of the embedded broker, who makes the others. */
    public static final String OPERATOR = "operator";

    private static final String WITHOUT_TLS = "SASL_PLAINTEXT";
    private static final String PASSWORD_KIND = "broker-password";

    /** Way to sign in. */
    public enum BrokerLoginMechanism {
        /** For the operator, whom the broker knows from its configuration before it has any data. */
        PLAIN("PLAIN", PlainLoginModule.class.getName()),
        /** For all others, whom it has in its metadata. */
        SCRAM("SCRAM-SHA-512", ScramLoginModule.class.getName());

        private final String kafkaName;
        private final String loginModule;

        BrokerLoginMechanism(String kafkaName, String loginModule) {
            this.kafkaName = kafkaName;
            this.loginModule = loginModule;
        }

        /** Kafka's name of it, property {@code sasl.mechanism}. */
        public String kafkaName() {
            return kafkaName;
        }
    }

    /** The operator of an installation's embedded broker. */
    public static BrokerLogin operator(InstallationSecret secret) {
        return new BrokerLogin(
                WITHOUT_TLS, BrokerLoginMechanism.PLAIN, OPERATOR, secret.deriveKey(PASSWORD_KIND, OPERATOR));
    }

    /**
     * A service of an installation.
     *
     * @param secret that of {@link id.pintu.support.keys.SecretPurpose#BROKER_LOGINS}
     */
    public static BrokerLogin service(String service, InstallationSecret secret) {
        return new BrokerLogin(
                WITHOUT_TLS, BrokerLoginMechanism.SCRAM, service, secret.deriveKey(PASSWORD_KIND, service));
    }

    /** An institution, whose password is its key. */
    public static BrokerLogin institution(String code, String key) {
        return new BrokerLogin(WITHOUT_TLS, BrokerLoginMechanism.SCRAM, code, key);
    }

    /** Copy that uses TLS where another user's connection does. */
    public BrokerLogin withTlsAsIn(Map<String, String> connection) {
        boolean tls = connection
                .getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "")
                .endsWith("SSL");
        return new BrokerLogin(tls ? "SASL_SSL" : WITHOUT_TLS, mechanism, user, password);
    }

    /** Clients of this user. */
    public KafkaClients clients(String bootstrapServers) {
        Map<String, String> connection = new LinkedHashMap<>(properties());
        connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return new KafkaClients(connection);
    }

    /** Kafka's client properties, without the address of the broker. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol);
        properties.put(SaslConfigs.SASL_MECHANISM, mechanism.kafkaName);
        properties.put(SaslConfigs.SASL_JAAS_CONFIG, jaasConfig(""));
        return properties;
    }

    /** The same as properties of Spring Boot. */
    public Map<String, String> springProperties() {
        Map<String, String> spring = new LinkedHashMap<>();
        properties().forEach((name, value) -> spring.put("spring.kafka.properties." + name, value));
        return spring;
    }

    /**
     * Entry of a JAAS configuration.
     *
     * @param options further options, with a blank before each
     */
    String jaasConfig(String options) {
        return mechanism.loginModule + " required username=\"" + user + "\" password=\"" + password + "\"" + options
                + ";";
    }

    /** Entry of the broker's own JAAS configuration: it signs in to itself as this user, and knows the password. */
    public String brokerJaasConfig() {
        return jaasConfig(" user_" + user + "=\"" + password + "\"");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BrokerLogin[" + user + "]";
    }
}
